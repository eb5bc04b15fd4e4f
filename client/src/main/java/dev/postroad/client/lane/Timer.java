package dev.postroad.client.lane;

import java.time.Duration;

/** Time as lanes and the polling thread see it, so that a test can make it pass by hand. Safe for several threads. */
public interface Timer extends AutoCloseable {
    /**
     * A clock that never goes back, in nanoseconds from an arbitrary point; two readings are compared by subtraction.
     */
    long nanos();

    /** Runs a short task after a delay, in a thread of the timer's. */
    void schedule(Duration delay, Runnable task);

    /**
     * Blocks the calling thread.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Ends the timer's thread, if it has one; tasks that are not due by then never run. */
    @Override
    default void close() {}
}
