package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.lane.Gate;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Whether a service stops when most records fail, and then tries one now and then only. */
final class StopCheck {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    /** More than half of the records that a breaker looks at. */
    private static final int MOST = 11;

    private final String service;
    private final World world;
    private final Gate gate;
    /** Messages that have failed since one was handled. */
    private final Set<String> streak = new HashSet<>();

    private boolean hasStopped;
    private long lastTrial;

    StopCheck(String service, World world, Gate gate) {
        this.service = service;
        this.world = world;
        this.gate = gate;
    }

    /** Looks whether the service has stopped; the first trial is a pause from here. */
    boolean look() {
        var stops = gate.closedBecause().isPresent();
        if (stops && !hasStopped) {
            lastTrial = world.steps().nanos();
            world.tally().count(Tally.Deed.STOPPED_IN_AN_OUTAGE);
        }
        hasStopped = stops;
        return stops;
    }

    /** What {@link #look} saw last. */
    boolean hasStopped() {
        return hasStopped;
    }

    /** A handler is to be given something. */
    void begins() {
        if (look()) {
            var now = world.steps().nanos();
            assertThat(now - lastTrial)
                    .as("%s: nanoseconds since the last trial", service)
                    .isGreaterThanOrEqualTo(SHORTEST_PAUSE.toNanos());
            lastTrial = now;
        }
    }

    void failed(Published message) {
        streak.add(message.id());
    }

    void handledOne() {
        streak.clear();
    }

    void ends() {
        assertThat(streak.size() < MOST || hasStopped)
                .as("%s stops when the last %d records have failed", service, streak.size())
                .isTrue();
    }
}
