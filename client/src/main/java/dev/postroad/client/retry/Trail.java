package dev.postroad.client.retry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Where a record came from, and what has happened to it before it came to its present place. A record of a topic that
 * other services publish to has an empty one; those in a group's own topics tell theirs in headers.
 *
 * @param topic that the record was published to
 * @param partition of that topic
 * @param offset in that partition
 * @param timestamp of the record there
 * @param deliveries how often it was handed to a handler before
 * @param retries how many of the delayed retries it has used
 * @param firstFailure when it failed first, if it did
 * @param notBefore when it is handled again at the earliest, if it waits
 * @param replays how often it was taken back from the dead letters
 */
public record Trail(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        int deliveries,
        int retries,
        Optional<Instant> firstFailure,
        Optional<Instant> notBefore,
        int replays) {

    /** The trail that a record's headers tell; what they lack or tell wrongly is taken from the record. */
    public static Trail of(ConsumerRecord<?, ?> record) {
        var headers = record.headers();
        if (headers.lastHeader(TrailHeaders.TOPIC) == null) {
            return new Trail(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    Instant.ofEpochMilli(record.timestamp()),
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    0);
        }
        return new Trail(
                text(headers, TrailHeaders.TOPIC).orElse(record.topic()),
                integer(headers, TrailHeaders.PARTITION).orElse(record.partition()),
                number(headers, TrailHeaders.OFFSET).orElse(record.offset()),
                instant(headers, TrailHeaders.TIMESTAMP).orElse(Instant.ofEpochMilli(record.timestamp())),
                integer(headers, TrailHeaders.DELIVERIES).orElse(0),
                integer(headers, TrailHeaders.RETRIES).orElse(0),
                instant(headers, TrailHeaders.FIRST_FAILURE),
                instant(headers, TrailHeaders.NOT_BEFORE),
                integer(headers, TrailHeaders.REPLAYS).orElse(0));
    }

    static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .flatMap(header -> Optional.ofNullable(header.value()))
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static Optional<Instant> instant(Headers headers, String name) {
        return number(headers, name).map(Instant::ofEpochMilli);
    }

    private static Optional<Long> number(Headers headers, String name) {
        return parsed(headers, name, Long::valueOf);
    }

    private static Optional<Integer> integer(Headers headers, String name) {
        return parsed(headers, name, Integer::valueOf);
    }

    private static <N extends Number> Optional<N> parsed(Headers headers, String name, Function<String, N> parser) {
        try {
            return text(headers, name).map(parser);
        } catch (NumberFormatException e) {
            // Somebody else wrote it. The record is worth more than what it says about itself.
            return Optional.empty();
        }
    }
}
