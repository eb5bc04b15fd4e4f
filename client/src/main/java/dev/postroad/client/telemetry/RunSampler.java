package dev.postroad.client.telemetry;

import dev.postroad.contract.report.Running;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What the threads of a subscription do with their time: of one run of a lane in 250 ms, how long its thread computed,
 * and how long it was ready to but had no processor. The rest it waited. Safe for use by several threads.
 *
 * <p>The second is known on Linux alone ({@code schedstat} of procfs); elsewhere it is zero.
 */
public final class RunSampler {
    private static final long EVERY_NANOS = Duration.ofMillis(250).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Path SCHEDSTAT = Path.of("/proc/thread-self/schedstat");
    private static final boolean HAS_SCHEDSTAT = Files.isReadable(SCHEDSTAT);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long UNKNOWN = -1;

    private final AtomicLong nextNanos;
    private final LongAdder runs = new LongAdder();
    private final LongAdder wall = new LongAdder();
    private final LongAdder cpu = new LongAdder();
    private final LongAdder runQueue = new LongAdder();

    /**
     * A sampler that begins with the next run.
     *
     * @param nanos a reading of the timer that runs go by
     */
    public RunSampler(long nanos) {
        nextNanos = new AtomicLong(nanos);
    }

    /** A run that is looked at. */
    public record Run(long nanos, long cpu, long runQueue) {}

    /** A run begins in this thread; null if it is not looked at. */
    public @Nullable Run begin(long nanos) {
        var next = nextNanos.get();
        if (nanos - next < 0 || !nextNanos.compareAndSet(next, nanos + EVERY_NANOS)) {
            return null;
        }
        var cpuTime = cpuTime();
        return cpuTime == UNKNOWN ? null : new Run(nanos, cpuTime, runQueueTime());
    }

    /** The run has come to its end, in the same thread. */
    public void end(Run run, long nanos) {
        runs.increment();
        wall.add(nanos - run.nanos());
        cpu.add(cpuTime() - run.cpu());
        runQueue.add(Math.max(0, runQueueTime() - run.runQueue()));
    }

    /** Threads that are none of the operating system's have no time of their own. */
    private static long cpuTime() {
        try {
            return THREADS.getCurrentThreadCpuTime();
        } catch (UnsupportedOperationException e) {
            return UNKNOWN;
        }
    }

    private static long runQueueTime() {
        if (!HAS_SCHEDSTAT) {
            return 0;
        }
        try {
            return Long.parseLong(Files.readString(SCHEDSTAT).split(" ")[1]);
        } catch (IOException e) {
            return 0;
        }
    }

    /** The runs up to now. */
    public Running report() {
        return Running.newBuilder()
                .setRuns(runs.sum())
                .setSeconds(wall.sum() / NANOS_PER_SECOND)
                .setCpuSeconds(cpu.sum() / NANOS_PER_SECOND)
                .setRunQueueSeconds(runQueue.sum() / NANOS_PER_SECOND)
                .build();
    }
}
