package dev.postroad.client.subscribe;

import dev.postroad.client.lane.InFlight;
import java.util.List;

/** The records that a batch of messages came in. To be used by the thread that it is handed to. */
public final class BatchContext {
    private final List<InFlight> batch;

    BatchContext(List<InFlight> batch) {
        this.batch = batch;
    }

    /** Kafka's name of the topic; one for delayed retries, if all of the batch are such. */
    public String topic() {
        return batch.get(0).assignment().partition().topic();
    }

    /** The partition of that topic, counted from 0. */
    public int partition() {
        return batch.get(0).assignment().partition().partition();
    }

    /** The records, in the order of the messages. */
    public List<Context> records() {
        return batch.stream()
                .map(record -> new Context(record.received(), record.attempts()))
                .toList();
    }
}
