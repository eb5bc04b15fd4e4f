package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import dev.postroad.client.lane.BatchWork;
import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import dev.postroad.client.telemetry.Processing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch's records and calls the handler with their messages.
 *
 * <p>A record that cannot be read ends the batch before it, so that the handler sees what can be read, in order.
 */
final class BatchHandlerWork<M extends Message> implements BatchWork {
    private final Reading<M> reading;
    private final BatchHandler<? super M> handler;
    private final Crew crew;

    BatchHandlerWork(Reading<M> reading, BatchHandler<? super M> handler, Crew crew) {
        this.reading = reading;
        this.handler = handler;
        this.crew = crew;
    }

    @Override
    public List<Outcome> handle(List<InFlight> batch) {
        var deletion = 0;
        while (deletion < batch.size()
                && !reading.isTombstone(batch.get(deletion).received())) {
            deletion++;
        }
        var outcomes = deletion == 0 ? deleted(batch.get(0)) : messages(batch.subList(0, deletion));
        return filled(outcomes, batch.size());
    }

    // A handler may throw whatever it likes; all of it means the same.
    @SuppressWarnings("CatchingUnchecked")
    private List<Outcome> deleted(InFlight record) {
        var context = reading.context(record);
        try {
            handler.deleted(context);
        } catch (Exception e) {
            var isGivenUp = !record.isRunning();
            return new ArrayList<>(List.of(isGivenUp ? Outcome.NOT_BEGUN : reading.failed(record, e, crew)));
        }
        return new ArrayList<>(List.of(Outcome.DONE));
    }

    private List<Outcome> messages(List<InFlight> batch) {
        var messages = new ArrayList<M>(batch.size());
        try {
            for (var record : batch) {
                messages.add(reading.message(record));
            }
        } catch (UnreadableRecordException e) {
            var bad = messages.size();
            var outcomes = bad == 0 ? new ArrayList<Outcome>() : handle(batch.subList(0, bad), messages);
            var isNext = isAllDone(outcomes) && batch.get(bad).isRunning();
            outcomes.add(isNext ? reading.failed(batch.get(bad), e, crew) : Outcome.NOT_BEGUN);
            return filled(outcomes, batch.size());
        }
        return handle(batch, messages);
    }

    private static boolean isAllDone(List<Outcome> outcomes) {
        return outcomes.stream().allMatch(Outcome.DONE::equals);
    }

    private static List<Outcome> filled(List<Outcome> outcomes, int size) {
        outcomes.addAll(Collections.nCopies(size - outcomes.size(), Outcome.NOT_BEGUN));
        return outcomes;
    }

    // A handler may throw whatever it likes; all of it means the same.
    @SuppressWarnings("CatchingUnchecked")
    private List<Outcome> handle(List<InFlight> batch, List<M> messages) {
        var processing = reading.tracing().isActive() ? begun(batch) : null;
        try {
            call(batch, messages);
        } catch (Exception e) {
            failed(processing, e instanceof BatchFailedException named ? named.reason() : e);
            if (!batch.get(0).isRunning()) {
                // Given up meanwhile, which is why it was interrupted: another member handles it.
                return filled(new ArrayList<>(), batch.size());
            }
            return e instanceof BatchFailedException named ? failedAt(batch, named) : failed(batch, e);
        } finally {
            if (processing != null) {
                processing.end();
            }
        }
        return new ArrayList<>(Collections.nCopies(batch.size(), Outcome.DONE));
    }

    private @Nullable Processing begun(List<InFlight> batch) {
        return reading.tracing().begin(batch.stream().map(InFlight::received).toList());
    }

    private static void failed(@Nullable Processing processing, Exception cause) {
        if (processing != null) {
            processing.failed(cause);
        }
    }

    private void call(List<InFlight> batch, List<M> messages) throws Exception {
        var first = batch.get(0);
        var begun = reading.begun(first);
        try {
            handler.handle(Collections.unmodifiableList(messages), new BatchContext(batch));
        } finally {
            reading.ended(first, begun);
        }
    }

    @Override
    public void done(InFlight record, long nanos) {
        reading.handled(record, nanos);
    }

    private List<Outcome> failedAt(List<InFlight> batch, BatchFailedException failure) {
        var bad = failure.index();
        if (bad < 0 || bad >= batch.size()) {
            return failed(batch, failure);
        }
        var outcomes = new ArrayList<Outcome>(Collections.nCopies(bad, Outcome.DONE));
        outcomes.add(reading.failed(batch.get(bad), failure.reason(), crew));
        return filled(outcomes, batch.size());
    }

    /** It is not known which record is at fault: each comes again by itself, the first after a pause. */
    private List<Outcome> failed(List<InFlight> batch, Exception failure) {
        var first = batch.get(0);
        var isAlone = batch.size() == 1;
        var outcomes = new ArrayList<Outcome>();
        outcomes.add(isAlone ? reading.failed(first, failure, crew) : reading.failedTogether(first, failure, crew));
        outcomes.addAll(Collections.nCopies(batch.size() - 1, new Outcome.Again(Duration.ZERO)));
        return outcomes;
    }
}
