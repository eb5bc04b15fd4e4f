package dev.postroad.client.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time within which the connections of an older certificate end, each at a moment of its own, so that not all
 * clients of a cluster connect at once when all of them are given new certificates.
 *
 * @param until not before {@code from}; from then on a connection no longer waits for a quiet moment
 */
record Retirement(Instant from, Instant until) {
    /** Before the certificate expires all is over, whatever the clocks of this machine and the broker say. */
    static final Duration AHEAD_OF_EXPIRY = Duration.ofMinutes(1);

    static Retirement of(Instant now, Duration within, Optional<Instant> notAfter) {
        var until = now.plus(within);
        var last = notAfter.map(expiry -> expiry.minus(AHEAD_OF_EXPIRY))
                .filter(latest -> latest.isBefore(until))
                .orElse(until);
        return new Retirement(now, last.isBefore(now) ? now : last);
    }

    /**
     * A moment in the first nine tenths of the time; the rest is for those that find no quiet one.
     *
     * @param chance from 0 to 1
     */
    Instant drawn(double chance) {
        var nanos = Duration.between(from, until).toNanos();
        return from.plusNanos((long) (nanos * 0.9 * chance));
    }
}
