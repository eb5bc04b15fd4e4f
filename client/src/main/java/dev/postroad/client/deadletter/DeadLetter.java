package dev.postroad.client.deadletter;

import dev.postroad.client.retry.Trail;
import dev.postroad.client.retry.TrailHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that a consumer group has given up.
 *
 * @param record as it is in the topic for dead letters
 * @param origin where it was published, and what has happened to it since
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, Trail origin) {
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(record, Trail.of(record));
    }

    /** Where it is in the topic for dead letters. */
    public Position position() {
        return new Position(record.partition(), record.offset());
    }

    /** When it was given up. */
    public Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The class of what was thrown last; nothing if another tool than Postroad wrote the record. */
    public Optional<String> exception() {
        return text(TrailHeaders.EXCEPTION);
    }

    /** The message of what was thrown last. */
    public Optional<String> reason() {
        return text(TrailHeaders.MESSAGE);
    }

    /** The stack trace of what was thrown last, up to 8 KB. */
    public Optional<String> stackTrace() {
        return text(TrailHeaders.STACK_TRACE);
    }

    /** The id of the trace that it belongs to, if it has one: 32 hexadecimal digits. */
    public Optional<String> traceId() {
        return text(TrailHeaders.TRACE_ID);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
