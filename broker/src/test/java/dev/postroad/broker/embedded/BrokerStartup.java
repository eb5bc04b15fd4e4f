package dev.postroad.broker.embedded;

import java.lang.management.ManagementFactory;

/**
 * Run by hand: prints how long a fresh JVM takes until its embedded broker serves requests. Arguments such as
 * {@code num.io.threads=8} are settings of Kafka to try out.
 */
final class BrokerStartup {
    private BrokerStartup() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        var called = sinceJvmStart();
        var settings = BrokerSettings.temporary();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            settings = settings.with(parts[0], parts[1]);
        }
        try (var broker = EmbeddedBroker.start(settings)) {
            System.out.printf(
                    "ready at %s %d ms after the JVM's start, %d ms after main%n",
                    broker.bootstrapServers(), sinceJvmStart(), sinceJvmStart() - called);
        }
    }

    private static long sinceJvmStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
