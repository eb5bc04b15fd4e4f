package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import dev.postroad.client.lane.BatchWork;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads a batch's records and calls the handler with their messages.
 *
 * <p>A record that cannot be read ends the batch before it, so that the handler sees what can be read, in order.
 */
final class BatchHandlerWork<M extends Message> implements BatchWork {
    private final Reading<M> reading;
    private final BatchHandler<? super M> handler;

    BatchHandlerWork(Reading<M> reading, BatchHandler<? super M> handler) {
        this.reading = reading;
        this.handler = handler;
    }

    @Override
    public List<Outcome> handle(List<InFlight> batch) {
        var messages = new ArrayList<M>(batch.size());
        try {
            for (var record : batch) {
                messages.add(reading.message(record.received()));
            }
        } catch (UnreadableRecordException e) {
            var bad = messages.size();
            var outcomes = bad == 0 ? new ArrayList<Outcome>() : handle(batch.subList(0, bad), messages);
            outcomes.add(isAllDone(outcomes) ? again(batch.get(bad), e) : Outcome.NOT_BEGUN);
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
        try {
            var records = batch.stream()
                    .map(record -> reading.context(record.received()))
                    .toList();
            var first = records.get(0);
            handler.handle(List.copyOf(messages), new BatchContext(first.topic(), first.partition(), records));
        } catch (BatchFailedException e) {
            return failedAt(batch, e);
        } catch (Exception e) {
            if (!batch.get(0).isRunning()) {
                // Given up meanwhile, which is why it was interrupted: another member handles it.
                return filled(new ArrayList<>(), batch.size());
            }
            return failed(batch, e);
        }
        batch.forEach(record -> reading.handled(record.received()));
        return new ArrayList<>(Collections.nCopies(batch.size(), Outcome.DONE));
    }

    private List<Outcome> failedAt(List<InFlight> batch, BatchFailedException failure) {
        var bad = failure.index();
        if (bad < 0 || bad >= batch.size()) {
            return failed(batch, failure);
        }
        batch.subList(0, bad).forEach(record -> reading.handled(record.received()));
        var outcomes = new ArrayList<Outcome>(Collections.nCopies(bad, Outcome.DONE));
        outcomes.add(again(batch.get(bad), failure));
        return filled(outcomes, batch.size());
    }

    /** It is not known which record is at fault: each comes again by itself, the first after a pause. */
    private List<Outcome> failed(List<InFlight> batch, Exception failure) {
        var outcomes = new ArrayList<Outcome>();
        outcomes.add(again(batch.get(0), failure));
        outcomes.addAll(Collections.nCopies(batch.size() - 1, new Outcome.Again(Duration.ZERO)));
        return outcomes;
    }

    private Outcome again(InFlight record, Exception cause) {
        return new Outcome.Again(reading.failed(record.received(), record.attempts(), cause));
    }
}
