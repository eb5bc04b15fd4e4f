package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import dev.postroad.client.lane.BatchWork;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.Work;

/** What a subscription does with records, for tests of other packages. */
public final class HandlerWorks {
    private HandlerWorks() {}

    /** Reads a record and calls the handler. */
    public static <M extends Message> Work of(Reading<M> reading, Handler<M> handler, Crew crew) {
        return new HandlerWork<>(reading, handler, crew);
    }

    /** Reads a batch and calls the handler. */
    public static <M extends Message> BatchWork of(Reading<M> reading, BatchHandler<M> handler, Crew crew) {
        return new BatchHandlerWork<>(reading, handler, crew);
    }
}
