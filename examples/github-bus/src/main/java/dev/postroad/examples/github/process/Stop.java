package dev.postroad.examples.github.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that a process end. It is made once, by any thread, and never taken back. */
public final class Stop {
    private static final Duration GRACE = Duration.ofSeconds(4);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    /** Makes SIGTERM and Ctrl-C such a wish. The process is given four seconds to call {@link #finished}. */
    public void onSignal() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            request();
                            await(finished, GRACE);
                        },
                        "stop"));
    }

    /** Asks the process to end. */
    public void request() {
        requested.countDown();
    }

    /** Says that the process has put everything away. */
    public void finished() {
        finished.countDown();
    }

    /** Whether the process is to end. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits for the wish, at most this long; whether it was made. An interrupt counts as one. */
    public boolean requestedWithin(Duration time) {
        return await(requested, time);
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
