package dev.postroad.examples.github.feed;

import com.google.protobuf.Message;
import dev.postroad.contract.check.Violation;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where the feed's messages go. Called by one thread at a time. */
interface Outlet {
    /** Publishes a message on the topic of its type. */
    Outcome publish(Message message);

    /** What the outlet made of a message. */
    sealed interface Outcome {}

    /** The message is on its way; the future fails if it is not delivered. */
    record Accepted(CompletableFuture<?> delivery) implements Outcome {}

    /** The message breaks its contract, and was not sent. */
    record Refused(List<Violation> violations) implements Outcome {}
}
