package dev.postroad.bench.client;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures from the first of so many records to the last. Safe for use by several threads. */
final class Meter {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int records;
    private final AtomicInteger seen = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long beganNanos;
    private volatile long beganCpu;
    private volatile long tookNanos;
    private volatile long tookCpu;

    Meter(int records) {
        this.records = records;
    }

    /** Measures from here on, not from the first record. */
    void begin() {
        beganNanos = System.nanoTime();
        beganCpu = SYSTEM.getProcessCpuTime();
    }

    void record() {
        var number = seen.incrementAndGet();
        if (number == 1 && beganNanos == 0) {
            begin();
        }
        if (number == records) {
            tookNanos = System.nanoTime() - beganNanos;
            tookCpu = SYSTEM.getProcessCpuTime() - beganCpu;
            done.countDown();
        }
    }

    boolean isDone() {
        return done.getCount() == 0;
    }

    Cost await() throws InterruptedException {
        if (!done.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("%d of %d records came within five minutes".formatted(seen.get(), records));
        }
        return new Cost(records * 1e9 / tookNanos, tookCpu / (double) records);
    }

    /**
     * What a record costs.
     *
     * @param perSecond records in a second
     * @param cpuNanos CPU time of the process for each record
     */
    record Cost(double perSecond, double cpuNanos) {}
}
