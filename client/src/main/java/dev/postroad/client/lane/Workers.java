package dev.postroad.client.lane;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that run lanes. */
public final class Workers {
    private static final int IDLE_SECONDS = 30;

    private Workers() {}

    /**
     * Threads of the platform, which end when they have had nothing to do for half a minute.
     *
     * @param name what threads are called, with a number behind it
     * @param most how many there are at once
     */
    public static ExecutorService platform(String name, int most) {
        var count = new AtomicInteger();
        var workers = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, name + '-' + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
