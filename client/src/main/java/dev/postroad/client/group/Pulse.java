package dev.postroad.client.group;

import dev.postroad.client.lane.Gate;
import java.time.Duration;
import java.util.Optional;

/**
 * When the member last polled. Lanes start nothing when that is longer ago than the session timeout: the group may have
 * given the partitions to others meanwhile, as after a suspension of the process.
 *
 * <p>A poll does not mend that by itself, since Kafka's client hands out what it had fetched before it learns that it
 * is a member no more. From then on the pulse is in doubt, until the group has confirmed the membership.
 *
 * <p>Written by the polling thread, read by lanes.
 */
final class Pulse implements Gate {
    private final long timeoutNanos;
    private volatile long polledNanos;
    private volatile boolean hasStopped;
    private volatile boolean isInDoubt;

    Pulse(Duration sessionTimeout, long nowNanos) {
        this.timeoutNanos = sessionTimeout.toNanos();
        this.polledNanos = nowNanos;
    }

    void polled(long nanos) {
        isInDoubt = isInDoubt || nanos - polledNanos >= timeoutNanos;
        if (!isInDoubt) {
            polledNanos = nanos;
        }
    }

    boolean isInDoubt() {
        return isInDoubt;
    }

    /** The group has said that this is a member, or there is nothing that it could have taken away. */
    void confirmed(long nanos) {
        isInDoubt = false;
        polledNanos = nanos;
    }

    /** Nothing is started from here on. */
    void stop() {
        hasStopped = true;
    }

    @Override
    public Optional<String> closedBecause() {
        return isInDoubt ? Optional.of("the group has yet to confirm the membership") : Optional.empty();
    }

    @Override
    public boolean admits(long nanos) {
        return !hasStopped && nanos - polledNanos < timeoutNanos;
    }
}
