package dev.postroad.bench.validation;

import com.sun.management.ThreadMXBean;
import dev.postroad.bench.sample.Shape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The rounds of one way. CPU time of the thread, so that what else the machine does counts for little. */
final class Rounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Way.Work work;
    private final List<Double> nanos = new ArrayList<>();
    private double bytes;
    private long sum;

    Rounds(Way.Work work) {
        this.work = work;
    }

    /** Runs for about as long as given, without noting anything. */
    void warmUp(long nanos) {
        var end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            pass(1);
        }
    }

    /** One round of so many passes over all messages. */
    void round(int passes) {
        var bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        var before = THREADS.getCurrentThreadCpuTime();
        pass(passes);
        var spent = THREADS.getCurrentThreadCpuTime() - before;
        var operations = (double) passes * Shape.COUNT;
        nanos.add(spent / operations);
        bytes = (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / operations;
    }

    private void pass(int passes) {
        for (var pass = 0; pass < passes; pass++) {
            for (var i = 0; i < Shape.COUNT; i++) {
                sum += work.run(i);
            }
        }
    }

    /** How many passes take about as long as given. */
    int passesFor(long nanos) {
        var begin = System.nanoTime();
        pass(20);
        return (int) Math.max(1, 20 * nanos / Math.max(1, System.nanoTime() - begin));
    }

    double median() {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    double least() {
        return nanos.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Bytes allocated for one message, in the last round. */
    double bytes() {
        return bytes;
    }

    /** What the work gave, so that it cannot be left out. */
    long sum() {
        return sum;
    }
}
