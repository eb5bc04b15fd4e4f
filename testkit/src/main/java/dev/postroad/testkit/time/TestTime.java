package dev.postroad.testkit.time;

import dev.postroad.client.lane.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes as it does, and further when a test says so: after {@link #advance}, what was to happen later
 * happens at once. Safe for use by several threads.
 */
public final class TestTime implements AutoCloseable {
    private static final InstantSource REAL = InstantSource.system();

    private final Queue<Task> tasks = new PriorityQueue<>((one, other) -> Long.signum(one.dueNanos - other.dueNanos));
    private final Thread thread = new Thread(this::run, "postroad-test-time");
    private Duration ahead = Duration.ZERO;
    private boolean hasEnded;

    /** Time that is the machine's until it is advanced. */
    public TestTime() {
        thread.setDaemon(true);
        thread.start();
    }

    private record Task(long dueNanos, Runnable runnable) {}

    /**
     * Lets time pass at once.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public synchronized void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back by %s".formatted(time.negated()));
        }
        ahead = ahead.plus(time);
        notifyAll();
    }

    private synchronized Duration ahead() {
        return ahead;
    }

    /** The time of day, as far ahead as was advanced. */
    public Clock clock() {
        return new Ahead();
    }

    /** This time for a bus, which several may have: it does not end with one of them. */
    public Timer timer() {
        return new Shared();
    }

    private long nanos() {
        return System.nanoTime() + ahead().toNanos();
    }

    private synchronized void schedule(Duration delay, Runnable task) {
        tasks.add(new Task(nanos() + delay.toNanos(), task));
        notifyAll();
    }

    private void run() {
        try {
            for (var task = next(); task != null; task = next()) {
                task.runnable().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next task that is due; null when time has ended. */
    private synchronized @Nullable Task next() throws InterruptedException {
        while (!hasEnded) {
            var first = tasks.peek();
            if (first == null) {
                wait();
                continue;
            }
            var nanos = first.dueNanos() - nanos();
            if (nanos <= 0) {
                return tasks.remove();
            }
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        }
        return null;
    }

    /** Ends time: what is not due by then never happens. */
    @Override
    public synchronized void close() {
        hasEnded = true;
        notifyAll();
    }

    private final class Shared implements Timer {
        @Override
        public long nanos() {
            return TestTime.this.nanos();
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            TestTime.this.schedule(delay, task);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }

    private final class Ahead extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return zone.equals(ZoneOffset.UTC) ? this : Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return REAL.instant().plus(ahead());
        }
    }
}
