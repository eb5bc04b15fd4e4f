package dev.postroad.client.subscribe;

import java.util.List;

/**
 * The records that a batch of messages came in.
 *
 * @param topic Kafka's name of the topic, which is one for delayed retries if all of the batch are such
 * @param partition counted from 0
 * @param records in the order of the messages
 */
public record BatchContext(String topic, int partition, List<Context> records) {
    public BatchContext {
        records = List.copyOf(records);
    }
}
