package dev.postroad.client.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes by hand, and a clock that goes by it from 1970 on. For one thread. */
public final class HandTimer extends Clock implements Timer {
    private final PriorityQueue<Timed> tasks = new PriorityQueue<>(Comparator.comparingLong(Timed::nanos));
    private long now;

    private record Timed(long nanos, Runnable task) {}

    /** Lets time pass, and runs what becomes due meanwhile. */
    public void pass(Duration duration) {
        var end = now + duration.toNanos();
        while (!tasks.isEmpty() && tasks.peek().nanos() <= end) {
            var next = tasks.remove();
            now = next.nanos();
            next.task().run();
        }
        now = end;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        tasks.add(new Timed(now + delay.toNanos(), task));
    }

    @Override
    public void sleep(Duration duration) {
        pass(duration);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(0, now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
