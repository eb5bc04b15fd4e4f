package dev.postroad.client.group;

import dev.postroad.client.lane.Assignment;
import dev.postroad.client.lane.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a consumer group, turn by turn. Belongs to the polling thread, which owns the consumer.
 *
 * <p>A partition is committed up to the first record that is not finished. When it is taken away, its records are
 * started no more, those being handled may finish until a deadline, and what is finished is committed before the
 * partition is released.
 */
final class Member {
    private static final Logger LOG = LoggerFactory.getLogger(Member.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /**
     * A partition that is paused for want of room gets room as records finish, which no poll tells: soon, if some do.
     */
    private static final Duration POLL_WITHOUT_ROOM = Duration.ofMillis(10);

    private static final Duration POLL_SOON = Duration.ofMillis(1);

    /** Polls are put off for so long at most, and in steps of so much, while lanes have enough to do. */
    private static final Duration WORK_WITHIN = Duration.ofMillis(20);

    private static final Duration WORK_STEP = Duration.ofNanos(500_000);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration CHECK_EVERY = Duration.ofMillis(500);

    private final String group;
    private final Consumer<byte[], byte[]> consumer;
    private final Function<String, Intake> intakes;
    private final Timer timer;
    private final Pulse pulse;
    private final MemberFigures figures;
    private final MemberSettings settings;
    private final Map<TopicPartition, Assignment> assignments = new HashMap<>();
    private final Set<TopicPartition> withoutRoom = new HashSet<>();
    private boolean hasJoined;
    private long committedNanos;
    private long polledNanos;
    private long advancedNanos;
    private long checkedNanos;
    private volatile Seen seen;

    /** What this member last saw of itself. */
    record Seen(long nanos, boolean hasJoined, List<PartitionView> partitions) {}

    /**
     * A member that joins with its first turn.
     *
     * @param intakes where the records of a topic go, for each topic that is joined
     */
    Member(
            String group,
            Consumer<byte[], byte[]> consumer,
            Function<String, Intake> intakes,
            Timer timer,
            Pulse pulse,
            MemberFigures figures,
            MemberSettings settings) {
        this.group = group;
        this.consumer = consumer;
        this.intakes = intakes;
        this.timer = timer;
        this.pulse = pulse;
        this.figures = figures;
        this.settings = settings;
        this.committedNanos = timer.nanos();
        this.polledNanos = committedNanos;
        this.checkedNanos = committedNanos;
        this.seen = new Seen(committedNanos, false, List.of());
    }

    /** What this member last saw of itself; to be asked by any thread. */
    Seen seen() {
        return seen;
    }

    /**
     * Polls, routes what has come, commits what is finished.
     *
     * @throws KafkaException as Kafka's consumer throws it
     */
    void turn(Set<String> topics) {
        join(topics);
        makeRoom();
        letLanesWork();
        var polling = timer.nanos();
        figures.polledAfter(polling - polledNanos, polling);
        var records = consumer.poll(patience());
        polledNanos = timer.nanos();
        pulse.polled(polledNanos);
        route(records, polledNanos);
        if (pulse.isInDoubt()) {
            confirm();
        }
        topics.forEach(topic -> intakes.apply(topic).wake());
        advance();
        commitIfDue();
        checkPositionsIfDue();
        look(timer.nanos());
    }

    private void advance() {
        var now = timer.nanos();
        assignments.values().forEach(assignment -> assignment.advance(now));
        advancedNanos = now;
    }

    /** Polls no more for a moment, while there is enough at hand and lanes deal with it. */
    private void letLanesWork() {
        var deadline = timer.nanos() + WORK_WITHIN.toNanos();
        var before = Long.MAX_VALUE;
        var atHand = atHand();
        while (atHand < before && isPlenty(atHand) && timer.nanos() - deadline < 0) {
            try {
                timer.sleep(WORK_STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            advance();
            before = atHand;
            atHand = atHand();
        }
    }

    private long atHand() {
        return assignments.values().stream().mapToLong(Assignment::size).sum();
    }

    private boolean isPlenty(long atHand) {
        return settings.limit()
                .isPlenty(
                        atHand,
                        assignments.values().stream()
                                .mapToLong(Assignment::bytes)
                                .sum());
    }

    /**
     * When another broker comes to lead a partition, Kafka's client has to check where it is before it fetches on. A
     * poll leaves that out while the group waits for a member, up to the session timeout; a question for a position
     * does not, and is answered at once where there is nothing to check.
     */
    private void checkPositionsIfDue() {
        var now = timer.nanos();
        if (now - checkedNanos < CHECK_EVERY.toNanos()) {
            return;
        }
        checkedNanos = now;
        try {
            consumer.assignment().forEach(partition -> consumer.position(partition, Duration.ZERO));
        } catch (TimeoutException e) {
            LOG.atDebug().addKeyValue("group", group).log("positions are being checked");
        }
    }

    private void look(long now) {
        var isAsSeen = seen.hasJoined() == hasJoined && seen.partitions().size() == assignments.size();
        if (isAsSeen && now - seen.nanos() < LOOK_EVERY.toNanos()) {
            return;
        }
        figures.look(consumer.metrics(), now);
        var partitions = assignments.values().stream()
                .sorted(Comparator.comparing(
                                (Assignment each) -> each.partition().topic())
                        .thenComparing(each -> each.partition().partition()))
                .map(this::view)
                .toList();
        seen = new Seen(now, hasJoined, partitions);
    }

    private PartitionView view(Assignment assignment) {
        var partition = assignment.partition();
        var oldest = assignment.oldest();
        return new PartitionView(
                partition,
                assignment.begunNanos(),
                assignment.movedNanos(),
                assignment.size(),
                assignment.bytes(),
                withoutRoom.contains(partition),
                assignment.committed(),
                lag(assignment),
                oldest,
                assignment.longestRunning(),
                intakes.apply(partition.topic()).pausedBecause(oldest));
    }

    /** What Kafka's consumer has not yet handed out, and what it has. */
    private OptionalLong lag(Assignment assignment) {
        var unpolled = consumer.currentLag(assignment.partition());
        return unpolled.isEmpty() ? unpolled : OptionalLong.of(unpolled.getAsLong() + assignment.size());
    }

    private Duration patience() {
        if (withoutRoom.isEmpty()) {
            return POLL;
        }
        return withoutRoom.stream().anyMatch(partition -> moves(assignments.get(partition)))
                ? POLL_SOON
                : POLL_WITHOUT_ROOM;
    }

    /** Whether the watermark moved with the last turn. */
    private boolean moves(@Nullable Assignment assignment) {
        return assignment != null && assignment.movedNanos() == advancedNanos;
    }

    private void join(Set<String> topics) {
        if (!topics.equals(consumer.subscription())) {
            consumer.subscribe(topics, new Rebalance());
        }
    }

    private void makeRoom() {
        var partitions = assignments.size();
        var full = new ArrayList<TopicPartition>();
        var free = new ArrayList<TopicPartition>();
        assignments.forEach((partition, assignment) -> {
            if (withoutRoom.contains(partition)) {
                if (settings.limit().hasRoom(assignment, partitions)) {
                    free.add(partition);
                }
            } else if (settings.limit().isReached(assignment, partitions)) {
                full.add(partition);
            }
        });
        if (!full.isEmpty()) {
            withoutRoom.addAll(full);
            consumer.pause(full);
        }
        if (!free.isEmpty()) {
            full.forEach(free::remove);
            free.forEach(withoutRoom::remove);
            consumer.resume(free);
        }
    }

    private void route(ConsumerRecords<byte[], byte[]> records, long nanos) {
        for (var partition : records.partitions()) {
            var assignment = assignments.get(partition);
            if (assignment == null) {
                throw new IllegalStateException("%s was polled and never assigned".formatted(partition));
            }
            var next = records.nextOffsets().get(partition);
            intakes.apply(partition.topic()).offer(assignment.begin(records.records(partition), next, nanos));
        }
    }

    /** Asks the group by a commit, which it refuses from who is a member no more. */
    private void confirm() {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        assignments.forEach(
                (partition, assignment) -> assignment.watermark().ifPresent(offset -> offsets.put(partition, offset)));
        if (offsets.isEmpty() && !assignments.isEmpty()) {
            // There is nothing to ask with yet, and nothing to start either. Records may come before the news.
            return;
        }
        try {
            if (!offsets.isEmpty()) {
                consumer.commitSync(offsets, settings.closeWithin());
            }
            pulse.confirmed(timer.nanos());
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            LOG.atWarn()
                    .addKeyValue("group", group)
                    .setCause(e)
                    .log("no records are started until the group confirms the membership");
        }
    }

    private void commitIfDue() {
        var now = timer.nanos();
        if (now - committedNanos < settings.commitEvery().toNanos()) {
            return;
        }
        committedNanos = now;
        var offsets = toCommit(assignments.values());
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (committed, failure) -> {
                figures.committed(timer.nanos() - now);
                committed(committed, failure);
            });
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> toCommit(Collection<Assignment> some) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        some.forEach(
                assignment -> assignment.toCommit().ifPresent(offset -> offsets.put(assignment.partition(), offset)));
        return offsets;
    }

    /** Called by the consumer, in this thread. What a failed commit was for is in the next one. */
    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure != null) {
            figures.commitFailed();
            LOG.atWarn().addKeyValue("group", group).setCause(failure).log("a commit failed and is tried again");
            return;
        }
        offsets.forEach((partition, offset) -> {
            var assignment = assignments.get(partition);
            if (assignment != null) {
                assignment.committed(offset);
            }
        });
    }

    /** Lets what is being handled finish until the deadline, and commits what is finished. */
    void leave() {
        release(List.copyOf(assignments.values()), settings.closeWithin());
        pulse.stop();
    }

    private void release(Collection<Assignment> some, Duration within) {
        some.forEach(Assignment::drain);
        awaitDrained(some, within);
        some.forEach(Assignment::end);
        some.forEach(Assignment::giveUp);
        some.forEach(assignment -> assignment.advance(timer.nanos()));
        commitNow(toCommit(some));
        forget(some);
    }

    private void awaitDrained(Collection<Assignment> some, Duration within) {
        var deadline = timer.nanos() + within.toNanos();
        try {
            while (!some.stream().allMatch(assignment -> assignment.isDrained(deadline))
                    && timer.nanos() - deadline < 0) {
                some.forEach(assignment ->
                        intakes.apply(assignment.partition().topic()).wake());
                timer.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            // Told to hurry: what is still being handled is given up, what is finished is committed all the same.
            LOG.atWarn().addKeyValue("group", group).log("interrupted while records were being finished");
        }
    }

    private void commitNow(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, settings.closeWithin());
        } catch (KafkaException e) {
            figures.commitFailed();
            LOG.atWarn()
                    .addKeyValue("group", group)
                    .setCause(e)
                    .log("the last commit failed; records will be repeated");
        }
    }

    private void forget(Collection<Assignment> some) {
        some.forEach(assignment -> {
            assignments.remove(assignment.partition());
            withoutRoom.remove(assignment.partition());
        });
    }

    private List<Assignment> of(Collection<TopicPartition> partitions) {
        var some = new ArrayList<Assignment>();
        for (var partition : partitions) {
            var assignment = assignments.get(partition);
            if (assignment != null) {
                some.add(assignment);
            }
        }
        return some;
    }

    /** Called by the consumer, in this thread, within a poll. */
    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            hasJoined = true;
            figures.rebalanced();
            partitions.forEach(partition -> assignments.put(partition, new Assignment(partition, timer.nanos())));
            LOG.atInfo()
                    .addKeyValue("group", group)
                    .addKeyValue("partitions", partitions)
                    .log("partitions assigned");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            figures.rebalanced();
            release(of(partitions), settings.releaseWithin());
        }

        /** Others have them already, and will handle again what is finished here. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            figures.rebalanced();
            var lost = of(partitions);
            lost.forEach(Assignment::end);
            lost.forEach(Assignment::giveUp);
            forget(lost);
        }
    }
}
