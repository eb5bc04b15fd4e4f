package dev.postroad.client.group;

import dev.postroad.client.lane.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Processes with threads of which one runs at a time, and time that passes when all of them wait: what happens next is
 * drawn from a seed, so a run can be repeated.
 *
 * <p>Threads give way where they sleep; everything between two sleeps is one step.
 */
final class Steps implements AutoCloseable {
    /** Starting a thread costs more than many steps. */
    private static final Executor CARRIERS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    /** Nobody wakes on the dot. */
    private static final int LATEST_NANOS = 20_000_000;

    private final Random random;
    private final List<Process> processes = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private final List<Actor> stopped = new ArrayList<>();
    private final PriorityQueue<Timed> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timed::nanos).thenComparingLong(Timed::number));
    private final Semaphore back = new Semaphore(0);
    private final ThreadLocal<Actor> current = new ThreadLocal<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private long now;
    private long timersSet;

    Steps(Random random) {
        this.random = random;
    }

    /** A process that has not begun anything. */
    Process process(int mostWorkers) {
        var process = new Process(mostWorkers);
        processes.add(process);
        return process;
    }

    long nanos() {
        return now;
    }

    /** The time of day, which is 1970 when the run begins. */
    Clock clock() {
        return new StepClock();
    }

    /** Has something happen outside the processes. */
    void later(Duration delay, Runnable task) {
        add(now + delay.toNanos(), null, task);
    }

    private void add(long nanos, @Nullable Process process, Runnable task) {
        timersSet++;
        timers.add(new Timed(nanos, timersSet, process, task));
    }

    /** Does one thing of those that can happen. */
    void step() {
        processes.forEach(Process::startWorker);
        while (!timers.isEmpty() && timers.peek().nanos() <= now) {
            run(timers.remove());
        }
        var awake = actors.stream().filter(Actor::isAwake).toList();
        if (awake.isEmpty()) {
            passTime();
            return;
        }
        var next = awake.get(random.nextInt(awake.size()));
        next.go();
        if (next.hasEnded) {
            actors.remove(next);
        }
        var thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("a thread failed", thrown);
        }
    }

    private void run(Timed timed) {
        var process = timed.process();
        if (process == null) {
            timed.task().run();
        } else if (process.suspendedUntil > now) {
            add(process.suspendedUntil, process, timed.task());
        } else if (!process.isKilled) {
            timed.task().run();
        }
    }

    private void passTime() {
        var next = actors.stream().mapToLong(Actor::wakesAt).min().orElse(Long.MAX_VALUE);
        var timer = timers.isEmpty() ? Long.MAX_VALUE : timers.peek().nanos();
        now = Math.max(now, Math.min(next, timer));
    }

    @Override
    public void close() {
        stopped.addAll(actors);
        for (var actor : stopped) {
            actor.isClosing = true;
            actor.turn.release();
        }
    }

    @Override
    public String toString() {
        return "%d threads and %d timers at %s".formatted(actors.size(), timers.size(), Duration.ofNanos(now));
    }

    private record Timed(long nanos, long number, @Nullable Process process, Runnable task) {}

    /** Ends a thread whose run is over. */
    private static final class Over extends Error {
        private static final long serialVersionUID = 1;
    }

    private final class StepClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(0, now);
        }
    }

    /** Threads and timers that are suspended or killed together. */
    final class Process implements Timer, Executor {
        private final int mostWorkers;
        private final Queue<Runnable> ready = new ArrayDeque<>();
        private long suspendedUntil;
        private boolean isKilled;

        private Process(int mostWorkers) {
            this.mostWorkers = mostWorkers;
        }

        /** Starts a thread that is not one of the workers. */
        void start(Runnable body) {
            actors.add(new Actor(this, body, false));
        }

        @Override
        public void execute(Runnable task) {
            ready.add(task);
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            add(now + delay.toNanos(), this, task);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            var actor = current.get();
            actor.sleepsUntil = now + duration.toNanos() + random.nextInt(LATEST_NANOS);
            actor.giveWay();
            if (Thread.interrupted()) {
                throw new InterruptedException("given up");
            }
        }

        /** Lets time pass while nothing of the process runs. */
        void suspend(Duration duration) {
            suspendedUntil = now + duration.toNanos();
        }

        boolean isSuspended() {
            return suspendedUntil > now;
        }

        /** Ends the process without a word. */
        void kill() {
            isKilled = true;
            processes.remove(this);
            var own = actors.stream().filter(actor -> actor.process == this).toList();
            actors.removeAll(own);
            stopped.addAll(own);
        }

        private void startWorker() {
            var workers = actors.stream()
                    .filter(actor -> actor.isWorker && actor.process == this)
                    .count();
            if (!ready.isEmpty() && workers < mostWorkers) {
                // The queue of a pool is first in, first out.
                actors.add(new Actor(this, ready.remove(), true));
            }
        }
    }

    private final class Actor {
        private final Process process;
        private final boolean isWorker;
        private final Semaphore turn = new Semaphore(0);
        private volatile @Nullable Thread thread;
        private volatile boolean hasEnded;
        private volatile boolean isClosing;
        private volatile long sleepsUntil = now;

        Actor(Process process, Runnable body, boolean isWorker) {
            this.process = process;
            this.isWorker = isWorker;
            CARRIERS.execute(() -> run(body));
        }

        private boolean isAwake() {
            return wakesAt() <= now;
        }

        private long wakesAt() {
            var carrier = thread;
            var isInterrupted = carrier != null && carrier.isInterrupted();
            return Math.max(isInterrupted ? now : sleepsUntil, process.suspendedUntil);
        }

        private void run(Runnable body) {
            turn.acquireUninterruptibly();
            thread = Thread.currentThread();
            current.set(this);
            try {
                if (!isClosing) {
                    body.run();
                }
            } catch (RuntimeException | Error e) {
                if (!isClosing) {
                    failure.compareAndSet(null, e);
                }
            } finally {
                thread = null;
                var unused = Thread.interrupted();
                current.remove();
                hasEnded = true;
                back.release();
            }
        }

        /** Runs the thread until it gives way. */
        private void go() {
            turn.release();
            back.acquireUninterruptibly();
        }

        private void giveWay() {
            back.release();
            turn.acquireUninterruptibly();
            if (isClosing) {
                throw new Over();
            }
        }
    }
}
