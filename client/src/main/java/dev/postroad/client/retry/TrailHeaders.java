package dev.postroad.client.retry;

import dev.postroad.client.telemetry.TraceHeader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of records in a group's own topics.
 *
 * <p>Topic, partition, offset, group, delivery count and message are those that Kafka's brokers write for share groups
 * (KIP-1191), so tools that read these read ours. All values are UTF-8 text; times are milliseconds since 1970.
 */
public final class TrailHeaders {
    /** What each of these headers begins with. */
    public static final String PREFIX = "__dlq.errors.";

    /** The topic that the record was published to. */
    public static final String TOPIC = PREFIX + "topic";

    /** Its partition there. */
    public static final String PARTITION = PREFIX + "partition";

    /** Its offset there. */
    public static final String OFFSET = PREFIX + "offset";

    /** The consumer group that could not handle it. */
    public static final String GROUP = PREFIX + "group";

    /** How often it was handed to a handler. */
    public static final String DELIVERIES = PREFIX + "delivery.count";

    /** The message of what was thrown last. */
    public static final String MESSAGE = PREFIX + "message";

    /** The class of what was thrown last. */
    public static final String EXCEPTION = PREFIX + "exception";

    /** The stack trace of what was thrown last; its beginning, if it is longer than 8 KB. */
    public static final String STACK_TRACE = PREFIX + "stacktrace";

    /** The id of the trace that it belongs to, if it has one: 32 hexadecimal digits. */
    public static final String TRACE_ID = PREFIX + "trace.id";

    /** The timestamp of the record where it was published. */
    public static final String TIMESTAMP = PREFIX + "timestamp";

    /** When it failed first. */
    public static final String FIRST_FAILURE = PREFIX + "first.failure";

    /** When it failed last. */
    public static final String LAST_FAILURE = PREFIX + "last.failure";

    /** How many of the delayed retries it has used. */
    public static final String RETRIES = PREFIX + "retries";

    /** When it is handled again at the earliest. */
    public static final String NOT_BEFORE = PREFIX + "not.before";

    /** How often it was taken back from the dead letters. */
    public static final String REPLAYS = PREFIX + "replays";

    private static final int LONGEST_STACK_TRACE = 8 * 1024;
    private static final int LONGEST_MESSAGE = 1024;

    private TrailHeaders() {}

    /** The headers of a record without those that tell its trail. */
    public static List<Header> own(Headers headers) {
        var own = new ArrayList<Header>();
        headers.forEach(header -> {
            if (!header.key().startsWith(PREFIX)) {
                own.add(header);
            }
        });
        return own;
    }

    /**
     * The headers of a record that a group moves to one of its topics, those that it has included.
     *
     * @param deliveries how often it was handed to a handler by now
     * @param retries how many delayed retries it has used then
     */
    static List<Header> of(
            Headers headers,
            Trail trail,
            String group,
            int deliveries,
            int retries,
            @Nullable Instant notBefore,
            Exception cause,
            Instant now) {
        var all = own(headers);
        origin(all, trail);
        put(all, GROUP, group);
        put(all, DELIVERIES, deliveries);
        put(all, RETRIES, retries);
        put(all, FIRST_FAILURE, trail.firstFailure().orElse(now).toEpochMilli());
        put(all, LAST_FAILURE, now.toEpochMilli());
        put(all, EXCEPTION, cause.getClass().getName());
        put(all, MESSAGE, beginning(Optional.ofNullable(cause.getMessage()).orElse(""), LONGEST_MESSAGE));
        put(all, STACK_TRACE, beginning(stackTrace(cause), LONGEST_STACK_TRACE));
        TraceHeader.traceId(headers).ifPresent(id -> put(all, TRACE_ID, id));
        if (notBefore != null) {
            put(all, NOT_BEFORE, notBefore.toEpochMilli());
        }
        if (trail.replays() > 0) {
            put(all, REPLAYS, trail.replays());
        }
        return all;
    }

    /** The headers of a dead letter that is given back to its group: a first failure, but for what is counted. */
    public static List<Header> ofReplay(Headers headers, Trail trail) {
        var all = own(headers);
        origin(all, trail);
        put(all, DELIVERIES, trail.deliveries());
        put(all, REPLAYS, trail.replays() + 1);
        return all;
    }

    /** A header as these are written. */
    public static Header header(String name, Object value) {
        return new TextHeader(name, value.toString());
    }

    private static void origin(List<Header> all, Trail trail) {
        put(all, TOPIC, trail.topic());
        put(all, PARTITION, trail.partition());
        put(all, OFFSET, trail.offset());
        put(all, TIMESTAMP, trail.timestamp().toEpochMilli());
    }

    private static void put(List<Header> headers, String name, Object value) {
        headers.add(header(name, value));
    }

    private static String stackTrace(Exception cause) {
        var text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** As much of a text as fits into so many bytes of UTF-8. */
    private static String beginning(String text, int most) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= most) {
            return text;
        }
        var end = most;
        // The bytes of a character behind its first begin with 10.
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
    }

    private record TextHeader(String key, String text) implements Header {
        @Override
        public byte[] value() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
