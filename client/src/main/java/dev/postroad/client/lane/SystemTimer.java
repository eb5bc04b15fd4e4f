package dev.postroad.client.lane;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The time of the machine. Its thread ends with {@link #close}; tasks that are not due by then never run. */
public final class SystemTimer implements Timer {
    private final ScheduledThreadPoolExecutor tasks = new ScheduledThreadPoolExecutor(1, SystemTimer::thread);

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "postroad-timer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        try {
            var unused = tasks.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // A lane that outlives the bus waits for nothing: its records were given up when the bus closed.
            return;
        }
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    @Override
    public void close() {
        tasks.shutdownNow();
    }
}
