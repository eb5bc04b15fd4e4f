package dev.postroad.client.lane;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
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
        return pool(
                most,
                task -> {
                    var thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                },
                name);
    }

    /**
     * Virtual threads (JEP 444), as {@link #platform} otherwise.
     *
     * @throws UnsupportedOperationException if the Java runtime is older than 21
     */
    public static ExecutorService virtual(String name, int most) {
        return pool(most, virtualThreads(), name);
    }

    /**
     * Makes sure that there are virtual threads.
     *
     * @throws UnsupportedOperationException if the Java runtime is older than 21
     */
    public static void requireVirtualThreads() {
        var unused = virtualThreads();
    }

    /** Java 17 compiles this, and has no word for it. */
    private static ThreadFactory virtualThreads() {
        try {
            var builder = Thread.class.getMethod("ofVirtual").invoke(null);
            var factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
            return (ThreadFactory) factory.invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(
                    "this Java runtime, %s, has no virtual threads; use 21 or newer".formatted(Runtime.version()), e);
        }
    }

    private static ExecutorService pool(int most, ThreadFactory threads, String name) {
        var count = new AtomicInteger();
        var workers = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = threads.newThread(task);
                    thread.setName(name + '-' + count.incrementAndGet());
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
