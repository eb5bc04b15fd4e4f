package dev.postroad.client.health;

import java.time.Duration;

/**
 * From when on something takes long.
 *
 * @param progress a partition whose offset has moved on within this time is progressing, and so is one that this
 *     process got within it
 * @param slow a handler that has not returned within this time is slow
 * @param stuck a handler that has not returned within this time is stuck, and so is a polling thread that was not heard
 *     of for it
 */
public record HealthLimits(Duration progress, Duration slow, Duration stuck) {
    /** 30 s, 30 s and 5 min. */
    public static final HealthLimits STANDARD =
            new HealthLimits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(5));

    /** The standard, but for when a handler is stuck. */
    public static HealthLimits withStuckAfter(Duration time) {
        return new HealthLimits(STANDARD.progress(), STANDARD.slow(), time);
    }

    public HealthLimits {
        if (slow.compareTo(stuck) >= 0 || slow.isNegative() || slow.isZero() || progress.isNegative()) {
            throw new IllegalArgumentException(
                    "a handler cannot be slow after %s and stuck after %s".formatted(slow, stuck));
        }
    }
}
