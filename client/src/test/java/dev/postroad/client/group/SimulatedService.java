package dev.postroad.client.group;

import dev.postroad.client.lane.BatchWork;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Lanes;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.lane.Work;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.report.ConsumeFigures;
import dev.postroad.client.report.FreshFigures;
import dev.postroad.client.retry.Recovery;
import dev.postroad.client.retry.Relay;
import dev.postroad.client.retry.Trail;
import dev.postroad.client.subscribe.HandlerWorks;
import dev.postroad.client.subscribe.Reading;
import dev.postroad.client.telemetry.RunSampler;
import dev.postroad.contract.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A process with one subscription: all of the client's parts between the consumer, the handler and the producer. */
final class SimulatedService {
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
    private static final ConsumeFigures FIGURES = FreshFigures.of(ORDERS.contract(), "billing");

    private final World world;
    private final Steps.Process process;
    private final SimulatedMember consumer;
    private final Witness witness;
    private final Member member;
    private final Map<String, Intake> intakes = new HashMap<>();
    private final Set<String> topics;
    private boolean isClosing;

    SimulatedService(String name, World world) {
        this.world = world;
        process = world.steps().process(1 + world.random().nextInt(4));
        var ledger = new Ledger(
                world.plan().order() == RecoveryModelTest.Order.BY_KEY,
                world.book().finished());
        consumer = new SimulatedMember(
                name, world.random(), world.weather(), world.topics(), world.coordinator(), process, ledger);
        var recovery = new Recovery(
                world.plan().retries(),
                world.derived(),
                new Relay(this::producer),
                FIGURES,
                world.steps().clock(),
                process.nanos());
        witness = new Witness(name, world, ledger, recovery.gate());
        var pulse = new Pulse(RecoveryModelTest.SESSION_TIMEOUT, process.nanos());
        // No run is looked at: that reads what the machine's kernel says of real threads.
        var crew = new Crew(process, process, pulse.and(recovery.gate()), new RunSampler(Long.MAX_VALUE), failure -> {
            throw new AssertionError("a lane has failed", failure);
        });
        var reading = new Reading<>(
                ORDERS,
                world.plan().enforces(),
                FIGURES,
                FreshFigures.tracing("billing"),
                recovery,
                world.steps().clock(),
                process);
        recovery.delayedTopics()
                .forEach(topic -> intakes.put(
                        topic, new Intake(crew, lanes(reading, crew), record -> recovery.isDue(Trail.of(record)))));
        intakes.put(world.derived().topic(), new Intake(crew, lanes(reading, crew), null));
        topics = new TreeSet<>(intakes.keySet());
        var limit = new InFlightLimit(5 + world.random().nextInt(20), 1 << 20);
        member = new Member(
                "billing",
                consumer,
                topic -> Objects.requireNonNull(intakes.get(topic)),
                process,
                pulse,
                new MemberFigures(process.nanos()),
                new MemberSettings(Duration.ofMillis(500), RecoveryModelTest.RELEASE_WITHIN, CLOSE_WITHIN, limit));
        process.start(this::poll);
    }

    private FaultyProducer producer() {
        return new FaultyProducer(world, process, witness);
    }

    private Lanes lanes(Reading<OrderPlaced> reading, Crew crew) {
        var handler = new FatedHandler(world, process, witness);
        Work work = new Witnessed(HandlerWorks.of(reading, handler::handle, crew), witness);
        BatchWork batchWork = new WitnessedBatches(HandlerWorks.of(reading, handler::handleAll, crew), witness);
        return switch (world.plan().order()) {
            case BY_PARTITION -> Lanes.byPartition(crew, work);
            case BY_KEY -> Lanes.byKey(crew, work, 1);
            case IN_BATCHES ->
                Lanes.inBatches(crew, batchWork, 1 + world.random().nextInt(6), Duration.ofMillis(50));
        };
    }

    private void poll() {
        while (!isClosing) {
            member.turn(topics);
        }
        consumer.leave(member::leave, CLOSE_WITHIN);
    }

    /** Lets what is being handled finish, and leaves the group. */
    void close() {
        isClosing = true;
    }

    /** Ends without a word; the group learns of it after some time. */
    void kill(Duration heardAfter) {
        process.kill();
        world.steps().later(heardAfter, consumer::forget);
    }

    /** The process does not run for some time, unless it does not run anyway. */
    void suspend(Duration duration) {
        if (process.isSuspended()) {
            return;
        }
        process.suspend(duration);
        if (duration.compareTo(RecoveryModelTest.SESSION_TIMEOUT) > 0) {
            world.steps().later(RecoveryModelTest.SESSION_TIMEOUT, consumer::forget);
        }
    }

    @Override
    public String toString() {
        return consumer.toString();
    }

    private record Witnessed(Work work, Witness witness) implements Work {
        @Override
        public Outcome handle(InFlight record) throws InterruptedException {
            @Nullable Outcome outcome = null;
            witness.begins(List.of(record));
            try {
                outcome = work.handle(record);
            } finally {
                witness.ends(List.of(record), outcome == null ? null : List.of(outcome));
            }
            return outcome;
        }

        @Override
        public void done(InFlight record, long nanos) {
            work.done(record, nanos);
        }
    }

    private record WitnessedBatches(BatchWork work, Witness witness) implements BatchWork {
        @Override
        public List<Outcome> handle(List<InFlight> batch) throws InterruptedException {
            @Nullable List<Outcome> outcomes = null;
            witness.begins(batch);
            try {
                outcomes = work.handle(batch);
            } finally {
                witness.ends(batch, outcomes);
            }
            return outcomes;
        }

        @Override
        public void done(InFlight record, long nanos) {
            work.done(record, nanos);
        }
    }
}
