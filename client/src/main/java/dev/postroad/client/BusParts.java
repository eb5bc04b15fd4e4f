package dev.postroad.client;

import dev.postroad.client.connection.Connection;
import dev.postroad.client.connection.KafkaConnection;
import dev.postroad.client.lane.SystemTimer;
import dev.postroad.client.lane.Timer;
import dev.postroad.client.settings.BusSettings;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What a bus is made of beside its settings. A service has the standard; a kit for tests has others.
 *
 * @param connection where Kafka's clients come from; closed with the bus
 * @param openTelemetry where traces and metrics go
 * @param clock the time of day, by which delayed retries become due
 * @param timer the time that passes; closed with the bus
 * @param commitEvery how often the offsets of records that are dealt with are committed
 * @param placement the name on the cluster of a topic, from its own
 */
public record BusParts(
        Connection connection,
        OpenTelemetry openTelemetry,
        Clock clock,
        Timer timer,
        Duration commitEvery,
        UnaryOperator<String> placement) {
    private static final Duration COMMIT_EVERY = Duration.ofMillis(500);

    /** What a service has. */
    public static BusParts standard(BusSettings settings, OpenTelemetry openTelemetry) {
        return new BusParts(
                new KafkaConnection(settings),
                openTelemetry,
                Clock.systemUTC(),
                new SystemTimer(),
                COMMIT_EVERY,
                UnaryOperator.identity());
    }
}
