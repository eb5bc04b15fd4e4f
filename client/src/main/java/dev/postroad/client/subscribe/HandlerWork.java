package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.lane.Work;

/** Reads a record and calls the handler with its message. */
final class HandlerWork<M extends Message> implements Work {
    private final Reading<M> reading;
    private final Handler<? super M> handler;
    private final Crew crew;

    HandlerWork(Reading<M> reading, Handler<? super M> handler, Crew crew) {
        this.reading = reading;
        this.handler = handler;
        this.crew = crew;
    }

    // A handler may throw whatever it likes; all of it means the same.
    @SuppressWarnings("CatchingUnchecked")
    @Override
    public Outcome handle(InFlight record) {
        var context = reading.context(record);
        try {
            if (reading.isTombstone(record.received())) {
                handler.deleted(context);
            } else {
                handler.handle(reading.message(record.received()), context);
            }
        } catch (Exception e) {
            if (!record.isRunning()) {
                // Given up meanwhile, which is why it was interrupted: another member handles it.
                return Outcome.NOT_BEGUN;
            }
            return reading.failed(record, e, crew);
        }
        return Outcome.DONE;
    }

    @Override
    public void done(InFlight record, long nanos) {
        reading.handled(record, nanos);
    }
}
