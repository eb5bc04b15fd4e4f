package dev.postroad.client.group;

import dev.postroad.client.lane.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which one runs at a time, and time that passes when all of them wait: what happens next is drawn from a
 * seed, so a run can be repeated.
 *
 * <p>Threads give way where they sleep; everything between two sleeps is one step.
 */
final class Steps implements Timer, Executor, AutoCloseable {
    private final Random random;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Runnable> ready = new ArrayList<>();
    private final PriorityQueue<Timed> timers = new PriorityQueue<>(Comparator.comparingLong(Timed::nanos));
    private final Semaphore back = new Semaphore(0);
    private final ThreadLocal<Actor> current = new ThreadLocal<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final int mostWorkers;
    private long now;

    Steps(Random random, int mostWorkers) {
        this.random = random;
        this.mostWorkers = mostWorkers;
    }

    /** Starts a thread that is not one of the workers. */
    void start(Runnable body) {
        actors.add(new Actor(body, false));
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
        timers.add(new Timed(now + delay.toNanos(), task));
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        var actor = current.get();
        actor.wakesAt = now + duration.toNanos();
        actor.giveWay();
        if (Thread.interrupted()) {
            throw new InterruptedException("given up");
        }
    }

    /** Lets time pass while nothing runs, as when the process is suspended. */
    void freeze(Duration duration) {
        now += duration.toNanos();
    }

    /** Does one thing of those that can happen. */
    void step() {
        startWorker();
        while (!timers.isEmpty() && timers.peek().nanos() <= now) {
            timers.remove().task().run();
        }
        var awake = actors.stream()
                .filter(actor -> actor.wakesAt <= now || actor.isInterrupted())
                .toList();
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

    private void startWorker() {
        var workers = actors.stream().filter(actor -> actor.isWorker).count();
        if (!ready.isEmpty() && workers < mostWorkers) {
            // The queue of a pool is first in, first out.
            actors.add(new Actor(ready.remove(0), true));
        }
    }

    private void passTime() {
        var next = actors.stream().mapToLong(actor -> actor.wakesAt).min().orElse(Long.MAX_VALUE);
        var timer = timers.isEmpty() ? Long.MAX_VALUE : timers.peek().nanos();
        now = Math.max(now, Math.min(next, timer));
    }

    @Override
    public void close() {
        actors.forEach(actor -> actor.thread.interrupt());
        for (var actor : List.copyOf(actors)) {
            actor.isClosing = true;
            actor.turn.release();
        }
    }

    @Override
    public String toString() {
        return "%d threads and %d tasks and %d timers at %s"
                .formatted(actors.size(), ready.size(), timers.size(), Duration.ofNanos(now));
    }

    private record Timed(long nanos, Runnable task) {}

    private final class Actor {
        private final Semaphore turn = new Semaphore(0);
        private final Thread thread;
        private final boolean isWorker;
        private volatile boolean hasEnded;
        private volatile boolean isClosing;
        private volatile long wakesAt = now;

        Actor(Runnable body, boolean isWorker) {
            this.isWorker = isWorker;
            this.thread = new Thread(() -> run(body));
            thread.setDaemon(true);
            thread.start();
        }

        boolean isInterrupted() {
            return thread.isInterrupted();
        }

        private void run(Runnable body) {
            current.set(this);
            turn.acquireUninterruptibly();
            try {
                if (!isClosing) {
                    body.run();
                }
            } catch (RuntimeException | Error e) {
                if (!isClosing) {
                    failure.compareAndSet(null, e);
                }
            } finally {
                hasEnded = true;
                back.release();
            }
        }

        /** Runs the thread until it gives way. */
        void go() {
            turn.release();
            back.acquireUninterruptibly();
        }

        void giveWay() {
            back.release();
            turn.acquireUninterruptibly();
            if (isClosing) {
                throw new IllegalStateException("the run is over");
            }
        }
    }
}
