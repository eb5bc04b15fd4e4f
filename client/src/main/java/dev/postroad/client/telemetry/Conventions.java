package dev.postroad.client.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The names that OpenTelemetry has for messaging: its semantic conventions for messaging spans, messaging metrics and
 * Kafka, version 1.44.
 *
 * <p>They are not stable yet, so a service that sends them to a backend is told the version by the scope's schema.
 */
final class Conventions {
    static final String SCHEMA = "https://opentelemetry.io/schemas/1.44.0";
    static final String SCOPE = "dev.postroad.client";

    static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
    static final AttributeKey<String> CLIENT = AttributeKey.stringKey("messaging.client.id");
    static final AttributeKey<Long> BATCH_SIZE = AttributeKey.longKey("messaging.batch.message_count");
    static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    static final AttributeKey<Boolean> TOMBSTONE = AttributeKey.booleanKey("messaging.kafka.message.tombstone");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    /** Not among the conventions. */
    static final AttributeKey<String> STEP = AttributeKey.stringKey("postroad.step");

    static final String KAFKA = "kafka";
    static final String SEND = "send";
    static final String PROCESS = "process";

    static final String SENT_MESSAGES = "messaging.client.sent.messages";
    static final String CONSUMED_MESSAGES = "messaging.client.consumed.messages";
    static final String OPERATION_DURATION = "messaging.client.operation.duration";
    static final String PROCESS_DURATION = "messaging.process.duration";

    /** In seconds, as the conventions advise. */
    static final List<Double> BOUNDARIES =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

    private Conventions() {}
}
