package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.lane.Work;

/** Reads a record and calls the handler with its message. */
final class HandlerWork<M extends Message> implements Work {
    private final Reading<M> reading;
    private final Handler<? super M> handler;

    HandlerWork(Reading<M> reading, Handler<? super M> handler) {
        this.reading = reading;
        this.handler = handler;
    }

    // A handler may throw whatever it likes; all of it means the same.
    @SuppressWarnings("CatchingUnchecked")
    @Override
    public Outcome handle(InFlight record) {
        var received = record.received();
        try {
            var message = reading.message(received);
            handler.handle(message, reading.context(received));
        } catch (Exception e) {
            if (!record.isRunning()) {
                // Given up meanwhile, which is why it was interrupted: another member handles it.
                return Outcome.NOT_BEGUN;
            }
            return new Outcome.Again(reading.failed(received, record.attempts(), e));
        }
        reading.handled(received);
        return Outcome.DONE;
    }
}
