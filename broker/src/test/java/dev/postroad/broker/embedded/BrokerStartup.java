package dev.postroad.broker.embedded;

import java.lang.management.ManagementFactory;

/** Run by hand: prints how long a fresh JVM takes until its embedded broker serves requests. */
final class BrokerStartup {
    private BrokerStartup() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        var called = sinceJvmStart();
        try (var broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
            System.out.printf(
                    "ready at %s %d ms after the JVM's start, %d ms after main%n",
                    broker.bootstrapServers(), sinceJvmStart(), sinceJvmStart() - called);
        }
    }

    private static long sinceJvmStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
