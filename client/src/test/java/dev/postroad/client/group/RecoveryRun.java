package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Services of one group, from a rough time into a calm one, in which all that was published has to come to its end. */
final class RecoveryRun implements AutoCloseable {
    private static final int ROUGH_STEPS = 4_000;
    private static final Duration ROUGH = Duration.ofMinutes(3);
    private static final int MESSAGES = 120;
    private static final int MOST_SERVICES = 3;
    private static final Duration CALM = Duration.ofMinutes(20);

    /**
     * Where partitions wait for bad records, these may be all there is to try, and look like an outage until mended.
     */
    private static final Duration MENDED_AFTER = Duration.ofMinutes(10);

    private static final int MOVED_ONE_IN = 2_000;
    private static final Duration FINE_EVERY = Duration.ofSeconds(2);

    private final Random random;
    private final World world;
    private final Publishing publishing;
    private final List<SimulatedService> services = new ArrayList<>();
    private int begun;

    RecoveryRun(RecoveryModelTest.Order order, long seed) {
        random = new Random(seed);
        var steps = new Steps(random);
        var plan = Plan.drawn(order, random);
        var derived = new DerivedTopics(Topic.of(OrderPlaced.class).contract().kafkaTopic(), "billing");
        var topics = new SimulatedTopics(random, steps);
        topics.create(derived.topic(), plan.partitions());
        plan.delayedTopics(derived).forEach(topic -> topics.create(topic, 1 + random.nextInt(2)));
        var coordinator = new Coordinator(random, List.copyOf(topics.partitions()));
        topics.create(derived.deadLetters(), 1);
        var trace = new Trace(steps);
        world = new World(
                random,
                steps,
                new Weather(random, steps),
                plan,
                derived,
                topics,
                coordinator,
                new MessageBook(),
                trace,
                new Tally());
        publishing = new Publishing(world);
    }

    Tally tally() {
        return world.tally();
    }

    void play() {
        for (var left = 1 + random.nextInt(MOST_SERVICES); left > 0; left--) {
            begin();
        }
        for (var step = 0; step < ROUGH_STEPS && world.steps().nanos() < ROUGH.toNanos(); step++) {
            world.weather().turn();
            if (publishing.published() < MESSAGES && random.nextInt(15) == 0) {
                publishing.publishFated();
            }
            if (random.nextInt(200) == 0) {
                disturb();
            }
            world.steps().step();
        }
        calmDown();
    }

    private void begin() {
        begun++;
        services.add(new SimulatedService("service-" + begun, world));
    }

    private void disturb() {
        var service = services.get(random.nextInt(services.size()));
        switch (random.nextInt(8)) {
            case 0 -> {
                tell(service, "is killed");
                world.tally().count(Tally.Deed.KILLED);
                service.kill(Duration.ofMillis(random.nextInt((int) RecoveryModelTest.SESSION_TIMEOUT.toMillis())));
                replace(service);
            }
            case 1 -> {
                tell(service, "is closed");
                service.close();
                replace(service);
            }
            case 2 -> {
                tell(service, "is suspended");
                world.tally().count(Tally.Deed.SUSPENDED);
                service.suspend(Duration.ofSeconds(random.nextInt(60)));
            }
            default -> {
                tell(service, "partitions move");
                world.coordinator().draw();
            }
        }
    }

    private void tell(SimulatedService service, String what) {
        world.trace().tell(service.toString(), what, "", "");
    }

    private void replace(SimulatedService service) {
        services.remove(service);
        begin();
    }

    /** From here on nothing goes wrong, but for messages that are bad themselves. */
    private void calmDown() {
        world.weather().calmDown();
        world.trace().tell("all", "is calm", "", "");
        var begins = world.steps().nanos();
        var next = begins;
        while (!hasEnded() && world.steps().nanos() - begins < CALM.toNanos()) {
            if (world.steps().nanos() >= next && !world.book().haveAllEnded()) {
                next = world.steps().nanos() + FINE_EVERY.toNanos();
                publishing.publishFine();
            }
            if (random.nextInt(MOVED_ONE_IN) == 0) {
                // A service that has nothing but bad records cannot tell them from an outage.
                world.coordinator().draw();
            }
            if (world.plan().partitionsWait() && world.steps().nanos() - begins > MENDED_AFTER.toNanos()) {
                world.book().mendAll();
            }
            world.steps().step();
        }
        assertThat(hasEnded()).as("all is dealt with in the end: %s", this).isTrue();
        world.book().assertKept(world.tally());
    }

    private boolean hasEnded() {
        return world.book().haveAllEnded() && world.coordinator().isAllCommitted(world.topics());
    }

    String trace() {
        return world.trace().toString();
    }

    @Override
    public void close() {
        world.steps().close();
    }

    @Override
    public String toString() {
        return "%s, %s, %s, %s".formatted(world.plan(), world.book(), world.coordinator(), world.steps());
    }
}
