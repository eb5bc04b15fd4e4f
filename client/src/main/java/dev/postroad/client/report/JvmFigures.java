package dev.postroad.client.report;

import dev.postroad.contract.report.Jvm;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What the Java virtual machine tells of itself. */
final class JvmFigures {
    private static final double MILLIS_PER_SECOND = 1000;

    private JvmFigures() {}

    static Jvm now() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var collected = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return Jvm.newBuilder()
                .setJavaVersion(Runtime.version().toString())
                .setCpuSeconds(ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / MILLIS_PER_SECOND)
                .setGcSeconds(collected / MILLIS_PER_SECOND)
                .setHeapUsedBytes(heap.getUsed())
                .setHeapMaxBytes(Math.max(0, heap.getMax()))
                .setProcessors(Runtime.getRuntime().availableProcessors())
                .build();
    }
}
