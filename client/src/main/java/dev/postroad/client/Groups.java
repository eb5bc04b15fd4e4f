package dev.postroad.client;

import dev.postroad.client.group.GroupLoop;
import dev.postroad.client.group.GroupView;
import dev.postroad.client.health.GroupHealth;
import dev.postroad.client.health.GroupReport;
import dev.postroad.client.health.HealthLimits;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Subscription;
import dev.postroad.contract.report.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * The consumer groups that a bus is a member of: the service's own, and one for each name that its subscriptions have.
 *
 * <p>A group is joined with its first subscription, and left when the bus closes. Safe for use by several threads; how
 * the groups are can be asked while they close.
 */
final class Groups implements AutoCloseable {
    private final BusSettings settings;
    private final BusParts parts;
    private final Consumer<Throwable> onFailure;
    private final HealthLimits limits;
    private final Map<String, GroupLoop> loops = new ConcurrentSkipListMap<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final List<ExecutorService> workers = new ArrayList<>();
    private boolean isClosed;

    /**
     * No groups yet.
     *
     * @param onFailure told, by any thread, what ended a group before it was closed
     */
    Groups(BusSettings settings, BusParts parts, Consumer<Throwable> onFailure) {
        this.settings = settings;
        this.parts = parts;
        this.onFailure = onFailure;
        this.limits = HealthLimits.withStuckAfter(settings.handlerTimeout());
    }

    /**
     * Begins a subscription, in its group.
     *
     * @throws IllegalStateException if the group has its topic already, or the groups are closed
     */
    synchronized Subscription add(Subscription subscription) {
        // Another thread may have closed the bus meanwhile, and nobody would end a group that begins after that.
        if (isClosed) {
            throw new IllegalStateException("the bus of %s is closed".formatted(settings.service()));
        }
        var known = loops.get(subscription.group());
        var joined = known == null ? loop(subscription.group()) : known;
        var pool = subscription.workers();
        try {
            joined.add(subscription.intaking(pool));
        } catch (IllegalStateException e) {
            pool.shutdown();
            throw e;
        }
        workers.add(pool);
        subscriptions.add(subscription);
        if (known == null) {
            loops.put(subscription.group(), joined);
            joined.start();
        }
        return subscription;
    }

    private GroupLoop loop(String group) {
        return new GroupLoop(
                group,
                () -> parts.connection().consumer(group),
                parts.timer(),
                parts.commitEvery(),
                settings.closeWithin(),
                onFailure);
    }

    /** In the order in which they were added. */
    List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** How each group is, sorted by name. */
    List<GroupHealth> health() {
        return loops.values().stream()
                .map(GroupLoop::view)
                .map(view -> GroupHealth.of(view, limits, parts.timer().nanos()))
                .toList();
    }

    /** What is reported of each group, sorted by name. */
    List<Group> reports() {
        return loops.values().stream().map(GroupLoop::view).map(this::report).toList();
    }

    private Group report(GroupView view) {
        var nanos = parts.timer().nanos();
        return GroupReport.of(
                        view, GroupHealth.of(view, limits, nanos), parts.clock().millis(), nanos)
                .toBuilder()
                .setProtocol(parts.connection().groupProtocolName())
                .build();
    }

    /** Lets the records at hand finish, commits and leaves, in all groups at the same time. */
    @Override
    public synchronized void close() {
        isClosed = true;
        GroupLoop.closeAll(loops.values());
        workers.forEach(ExecutorService::shutdownNow);
    }
}
