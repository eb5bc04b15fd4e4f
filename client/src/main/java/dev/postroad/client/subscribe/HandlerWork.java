package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.lane.Work;
import dev.postroad.client.telemetry.Processing;
import org.jspecify.annotations.Nullable;

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

    @Override
    public Outcome handle(InFlight record) {
        var processing = reading.tracing().begin(record.received());
        if (processing == null) {
            return handle(record, null);
        }
        try {
            return handle(record, processing);
        } finally {
            processing.end();
        }
    }

    // A handler may throw whatever it likes; all of it means the same.
    @SuppressWarnings("CatchingUnchecked")
    private Outcome handle(InFlight record, @Nullable Processing processing) {
        try {
            call(record);
        } catch (Exception e) {
            if (processing != null) {
                processing.failed(e);
            }
            if (!record.isRunning()) {
                // Given up meanwhile, which is why it was interrupted: another member handles it.
                return Outcome.NOT_BEGUN;
            }
            return reading.failed(record, e, crew);
        }
        return Outcome.DONE;
    }

    private void call(InFlight record) throws Exception {
        var context = reading.context(record);
        if (reading.isTombstone(record.received())) {
            handler.deleted(context);
            return;
        }
        var message = reading.message(record);
        var begun = reading.begun(record);
        try {
            handler.handle(message, context);
        } finally {
            reading.ended(record, begun);
        }
    }

    @Override
    public void done(InFlight record, long nanos) {
        reading.handled(record, nanos);
    }
}
