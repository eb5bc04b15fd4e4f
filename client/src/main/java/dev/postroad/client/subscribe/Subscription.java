package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import dev.postroad.client.group.Intaking;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.Lanes;
import dev.postroad.client.lane.PauseSwitch;
import dev.postroad.client.lane.Workers;
import dev.postroad.client.retry.Recovery;
import dev.postroad.client.retry.Trail;
import dev.postroad.client.telemetry.RunSampler;
import dev.postroad.contract.topic.Contract;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** A handler on a topic. It lives as long as its bus. */
public final class Subscription {
    /** How many partitions are handled at once where records keep the order of their partition. */
    private static final int PARTITIONS_AT_ONCE = 16;

    private final Contract contract;
    private final Mode mode;
    private final SubscriptionOptions options;
    private final Recovery recovery;
    private final RunSampler runs;
    private final Function<Crew, Lanes> lanes;
    private final PauseSwitch pauseSwitch = new PauseSwitch();

    private Subscription(Reading<?> reading, Mode mode, SubscriptionOptions options, Function<Crew, Lanes> lanes) {
        this.contract = reading.contract();
        this.mode = mode;
        this.options = options;
        this.recovery = reading.recovery();
        this.runs = reading.runs();
        this.lanes = lanes;
    }

    /** A subscription by record; an application gets its subscriptions from the bus. */
    public static <M extends Message> Subscription of(
            Reading<M> reading, Mode.RecordMode mode, SubscriptionOptions options, Handler<? super M> handler) {
        return new Subscription(reading, mode, options, crew -> {
            var work = new HandlerWork<M>(reading, handler, crew);
            return mode instanceof Mode.Keyed keyed
                    ? Lanes.byKey(crew, work, keyed.concurrency())
                    : Lanes.byPartition(crew, work);
        });
    }

    /** A subscription by batch; an application gets its subscriptions from the bus. */
    public static <M extends Message> Subscription of(
            Reading<M> reading, Mode.BatchMode mode, SubscriptionOptions options, BatchHandler<? super M> handler) {
        return new Subscription(reading, mode, options, crew -> {
            var work = new BatchHandlerWork<M>(reading, handler, crew);
            return Lanes.inBatches(crew, work, mode.size(), mode.linger());
        });
    }

    /** The contract of the topic. */
    public Contract contract() {
        return contract;
    }

    /** The consumer group that it handles the topic for. */
    public String group() {
        return recovery.group();
    }

    /** The order in which records are handled. */
    public Mode mode() {
        return mode;
    }

    /** What it does otherwise than others. */
    public SubscriptionOptions options() {
        return options;
    }

    /**
     * Starts no further record, until {@link #resume} is called. Those that a handler has are finished; the partitions
     * stay with this process, and what is fetched waits, in bounded memory.
     */
    public void pause() {
        pauseSwitch.pause();
    }

    /** Goes on after {@link #pause}. */
    public void resume() {
        pauseSwitch.resume();
    }

    /** Whether the subscription was paused by {@link #pause}. */
    public boolean isPaused() {
        return pauseSwitch.isPaused();
    }

    /** Threads for the handlers, as many as records are handled at once at most. */
    public ExecutorService workers() {
        var name = contract.kafkaTopic() + '.' + group();
        var most = mode instanceof Mode.Keyed keyed ? keyed.concurrency() : PARTITIONS_AT_ONCE;
        return options.usesVirtualThreads() ? Workers.virtual(name, most) : Workers.platform(name, most);
    }

    /** What the subscription reads, its handlers run by workers. */
    public Intaking intaking(Executor workers) {
        return new Intaking(
                contract.kafkaTopic(),
                recovery.delayedTopics(),
                record -> recovery.isDue(Trail.of(record)),
                workers,
                pauseSwitch.and(recovery.gate()),
                runs,
                lanes);
    }
}
