package dev.postroad.testkit.memory;

import com.google.protobuf.Message;
import dev.postroad.client.subscribe.Handler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a test says so. Safe for use by several threads. */
public final class Faults {
    private final AtomicReference<@Nullable FailingSend> failingSend = new AtomicReference<>();
    private final AtomicInteger droppedCommits = new AtomicInteger();
    private final AtomicInteger rebalances = new AtomicInteger();

    private record FailingSend(AtomicInteger left, RuntimeException failure) {}

    /** No faults. */
    public Faults() {}

    /**
     * Fails the n-th record that is sent from now on, counted from 1; those before and after it are stored.
     *
     * @param failure as Kafka's producer would give it, such as a {@code TimeoutException} of Kafka
     */
    public void failSend(int nth, RuntimeException failure) {
        requireCount(nth);
        failingSend.set(new FailingSend(new AtomicInteger(nth), failure));
    }

    /** Lets the next so many commits of offsets fail; the client tries them again. */
    public void dropCommits(int count) {
        requireCount(count);
        droppedCommits.addAndGet(count);
    }

    /** Takes the partitions of each group away and gives them back, with its next poll. */
    public void forceRebalance() {
        rebalances.incrementAndGet();
    }

    /**
     * A handler that throws at its n-th call, counted from 1, and calls another at all others.
     *
     * @param failure what it throws
     */
    public static <M extends Message> Handler<M> failingAt(int nth, Exception failure, Handler<M> handler) {
        requireCount(nth);
        var calls = new AtomicInteger();
        return (message, context) -> {
            if (calls.incrementAndGet() == nth) {
                throw failure;
            }
            handler.handle(message, context);
        };
    }

    private static void requireCount(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("faults are counted from 1, not %d".formatted(count));
        }
    }

    @Nullable
    RuntimeException ofSend() {
        var failing = failingSend.get();
        return failing != null && failing.left().decrementAndGet() == 0 ? failing.failure() : null;
    }

    boolean dropsCommit() {
        return droppedCommits.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** How many were forced; a group has yet to follow those that it has not seen. */
    int rebalances() {
        return rebalances.get();
    }
}
