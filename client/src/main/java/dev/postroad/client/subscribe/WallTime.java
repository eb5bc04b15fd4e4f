package dev.postroad.client.subscribe;

import java.time.Clock;

/**
 * Time of day from readings of a timer, so that a record costs no second look at a clock. It follows the clock with a
 * second's delay. Safe for use by several threads.
 */
final class WallTime {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long FOLLOWED_AFTER = 1_000 * NANOS_PER_MILLI;

    private final Clock clock;
    private volatile Offset offset;

    private record Offset(long readNanos, long readMillis) {}

    WallTime(Clock clock, long nanos) {
        this.clock = clock;
        this.offset = new Offset(nanos, clock.millis());
    }

    /** Milliseconds since 1970. */
    long millis(long nanos) {
        var known = offset;
        if (nanos - known.readNanos() > FOLLOWED_AFTER) {
            known = new Offset(nanos, clock.millis());
            offset = known;
        }
        return known.readMillis() + (nanos - known.readNanos()) / NANOS_PER_MILLI;
    }
}
