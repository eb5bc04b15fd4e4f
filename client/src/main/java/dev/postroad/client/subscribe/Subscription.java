package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.Lanes;
import dev.postroad.contract.topic.Contract;
import java.util.function.Function;

/** A handler on a topic. It lives as long as its bus. */
public final class Subscription {
    private final Contract contract;
    private final Mode mode;
    private final int concurrency;
    private final Function<Crew, Lanes> lanes;

    private Subscription(Contract contract, Mode mode, int concurrency, Function<Crew, Lanes> lanes) {
        this.contract = contract;
        this.mode = mode;
        this.concurrency = concurrency;
        this.lanes = lanes;
    }

    /** How many partitions are handled at once where records keep the order of their partition. */
    private static final int PARTITIONS_AT_ONCE = 16;

    /** A subscription by record; an application gets its subscriptions from the bus. */
    public static <M extends Message> Subscription of(
            Reading<M> reading, Mode.RecordMode mode, Handler<? super M> handler) {
        var work = new HandlerWork<>(reading, handler);
        if (mode instanceof Mode.Keyed keyed) {
            var concurrency = keyed.concurrency();
            return new Subscription(
                    reading.contract(), mode, concurrency, crew -> Lanes.byKey(crew, work, concurrency));
        }
        return new Subscription(reading.contract(), mode, PARTITIONS_AT_ONCE, crew -> Lanes.byPartition(crew, work));
    }

    /** A subscription by batch; an application gets its subscriptions from the bus. */
    public static <M extends Message> Subscription of(
            Reading<M> reading, Mode.BatchMode mode, BatchHandler<? super M> handler) {
        var work = new BatchHandlerWork<M>(reading, handler);
        return new Subscription(
                reading.contract(),
                mode,
                PARTITIONS_AT_ONCE,
                crew -> Lanes.inBatches(crew, work, mode.size(), mode.linger()));
    }

    /** The contract of the topic. */
    public Contract contract() {
        return contract;
    }

    /** The order in which records are handled. */
    public Mode mode() {
        return mode;
    }

    /** How many threads can be used. */
    public int concurrency() {
        return concurrency;
    }

    /** The lanes of this subscription, run by a crew. */
    public Lanes lanes(Crew crew) {
        return lanes.apply(crew);
    }
}
