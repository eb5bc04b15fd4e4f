package dev.postroad.cli.up;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a signal asks the command's thread to end, and waits until it has.
 *
 * <p>A process that is told to end runs its shutdown hooks and is gone when they return; the hook made here returns
 * when everything is ended cleanly, or after the time that a user is willing to wait.
 */
final class Stop {
    private static final Duration END_WITHIN = Duration.ofMillis(4_800);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Makes the process's signals ask for the end. */
    void onSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::askAndWait, "postroad-stop"));
    }

    private void askAndWait() {
        asked.countDown();
        try {
            var unused = ended.await(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for so long, or until the end is asked for; returns whether it is. */
    boolean awaitFor(Duration time) {
        try {
            return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Everything is ended; the process may go. */
    void ended() {
        ended.countDown();
    }
}
