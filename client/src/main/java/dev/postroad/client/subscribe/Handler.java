package dev.postroad.client.subscribe;

import com.google.protobuf.Message;

/**
 * What a service does with a message.
 *
 * <p>It is called by several threads, for records that need not wait for each other, as the subscription's {@link Mode}
 * says. When it returns, the record is dealt with; when it throws, the record is tried again later. It may be called
 * twice for one record, after a crash or a rebalance.
 *
 * @param <M> the message type
 */
@FunctionalInterface
public interface Handler<M extends Message> {
    /**
     * Handles one message.
     *
     * @throws Exception if the message is to be tried again later
     */
    void handle(M message, Context context) throws Exception;

    /**
     * Handles a deletion: what a compacted topic held under the context's key holds no longer. Does nothing unless it
     * is overridden, as a lambda cannot. On a topic that is not compacted there are none.
     *
     * @throws Exception if the deletion is to be tried again later
     */
    default void deleted(Context context) throws Exception {}
}
