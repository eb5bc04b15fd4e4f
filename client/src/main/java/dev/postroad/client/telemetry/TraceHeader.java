package dev.postroad.client.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C Trace Context, level 1, of which most records need one bit only. */
public final class TraceHeader {
    static final String NAME = "traceparent";

    private static final int LENGTH = 55;
    private static final int BEFORE_TRACE = 2;
    private static final int BEFORE_SPAN = 35;
    private static final int BEFORE_FLAGS = 52;
    private static final int FLAGS = 54;
    private static final int HEX_DIGITS = 16;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);

    private TraceHeader() {}

    /** The header of a record, if it has one that may be right. */
    static byte @Nullable [] of(Headers headers) {
        var header = headers.lastHeader(NAME);
        if (header == null) {
            return null;
        }
        var value = header.value();
        return value != null
                        && value.length >= LENGTH
                        && value[BEFORE_TRACE] == '-'
                        && value[BEFORE_SPAN] == '-'
                        && value[BEFORE_FLAGS] == '-'
                ? value
                : null;
    }

    /**
     * The id of the trace that a record belongs to, 32 hexadecimal digits; nothing if its header names none, or a wrong
     * one.
     */
    public static Optional<String> traceId(Headers headers) {
        return Optional.of(Span.fromContext(read(headers)).getSpanContext())
                .filter(SpanContext::isValid)
                .map(SpanContext::getTraceId);
    }

    /** Whether whoever began the trace has it sampled. */
    static boolean isSampled(byte[] header) {
        // What is no digit is -1, whose last bit is set.
        var flags = Character.digit(header[FLAGS], HEX_DIGITS);
        return flags > 0 && (flags & 1) == 1;
    }

    /**
     * The headers of traces that nobody has begun and that are not sampled. Their ids begin with the same random half
     * and are counted, which tells them apart, and lets records be compressed as if they had none.
     */
    static final class Unsampled {
        private final byte[] template;
        private final AtomicLong count = new AtomicLong();

        Unsampled(Random random) {
            template = "00-%016x%s-%016x-00"
                    .formatted(random.nextLong() | 1, "0".repeat(HEX_DIGITS), random.nextLong() | 1)
                    .getBytes(US_ASCII);
        }

        byte[] next() {
            var header = template.clone();
            var rest = count.incrementAndGet();
            for (var index = BEFORE_SPAN - 1; rest != 0; index--) {
                header[index] = DIGITS[(int) (rest & 0xf)];
                rest >>>= 4;
            }
            return header;
        }
    }

    /** The context that a record's headers name; the root if they name none. */
    static Context read(Headers headers) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, Reader.ALL);
    }

    static void write(Headers headers, SpanContext context) {
        var holder = Context.root().with(Span.wrap(context));
        W3CTraceContextPropagator.getInstance().inject(holder, headers, Writer.ALL);
    }

    private enum Reader implements TextMapGetter<Headers> {
        ALL;

        @Override
        public Iterable<String> keys(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .map(Header::key)
                    .toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            var header = Objects.requireNonNull(headers).lastHeader(key);
            return header == null || header.value() == null
                    ? null
                    : new String(header.value(), StandardCharsets.ISO_8859_1);
        }
    }

    private enum Writer implements TextMapSetter<Headers> {
        ALL;

        @Override
        public void set(@Nullable Headers headers, String key, String value) {
            var all = Objects.requireNonNull(headers);
            all.remove(key);
            all.add(key, value.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
