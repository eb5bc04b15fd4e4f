package dev.postroad.client.group;

import java.time.Duration;

/** The largest of the values of the last 10 to 20 seconds. Safe for use by several threads. */
final class Peak {
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    private long windowNanos;
    private double current;
    private double before;

    /**
     * A peak of nothing.
     *
     * @param nanos a reading of the timer
     */
    Peak(long nanos) {
        windowNanos = nanos;
    }

    synchronized void add(double value, long nanos) {
        roll(nanos);
        current = Math.max(current, value);
    }

    synchronized double max(long nanos) {
        roll(nanos);
        return Math.max(current, before);
    }

    private void roll(long nanos) {
        var windows = (nanos - windowNanos) / WINDOW_NANOS;
        if (windows <= 0) {
            return;
        }
        before = windows == 1 ? current : 0;
        current = 0;
        windowNanos += windows * WINDOW_NANOS;
    }
}
