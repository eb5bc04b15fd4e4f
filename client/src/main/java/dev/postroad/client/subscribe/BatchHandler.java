package dev.postroad.client.subscribe;

import com.google.protobuf.Message;
import java.util.List;

/**
 * What a service does with a batch of messages.
 *
 * <p>Called by several threads for batches of different partitions, by one at a time for a partition. When it returns,
 * the whole batch is dealt with. It may be called twice for a record, after a failure, a crash or a rebalance.
 *
 * @param <M> the message type
 */
@FunctionalInterface
public interface BatchHandler<M extends Message> {
    /**
     * Handles a batch.
     *
     * @param messages in the order of their partition, not empty
     * @param context the records that they came in
     * @throws BatchFailedException if one of the messages is to be handled again later; those before it are dealt with
     * @throws Exception if it is not known which message is at fault; then each is handled again, in a batch of its own
     */
    void handle(List<M> messages, BatchContext context) throws Exception;

    /**
     * Handles a deletion, as {@link Handler#deleted} does. It is called between the batches of the messages before and
     * behind it.
     *
     * @throws Exception if the deletion is to be tried again later
     */
    default void deleted(Context context) throws Exception {}
}
