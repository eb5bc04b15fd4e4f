package dev.postroad.client.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C Trace Context, level 1, of which most records need one bit only. */
final class TraceHeader {
    static final String NAME = "traceparent";

    private static final int LENGTH = 55;
    private static final int BEFORE_TRACE = 2;
    private static final int BEFORE_SPAN = 35;
    private static final int BEFORE_FLAGS = 52;
    private static final int FLAGS = 54;
    private static final int HEX_DIGITS = 16;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);
    private static final byte[] UNSAMPLED =
            "00-%s-%s-00".formatted("0".repeat(32), "0".repeat(16)).getBytes(US_ASCII);

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

    /** Whether whoever began the trace has it sampled. */
    static boolean isSampled(byte[] header) {
        // What is no digit is -1, whose last bit is set.
        var flags = Character.digit(header[FLAGS], HEX_DIGITS);
        return flags > 0 && (flags & 1) == 1;
    }

    /** The header of a trace that nobody has begun yet, and that is not sampled. */
    static byte[] unsampled(Random random) {
        var header = UNSAMPLED.clone();
        hex(header, BEFORE_TRACE + 1, random.nextLong() | 1);
        hex(header, BEFORE_TRACE + 1 + HEX_DIGITS, random.nextLong());
        hex(header, BEFORE_SPAN + 1, random.nextLong() | 1);
        return header;
    }

    /** Never all zeros, which the specification has for none. */
    private static void hex(byte[] header, int from, long bits) {
        var rest = bits;
        for (var index = from + HEX_DIGITS - 1; index >= from; index--) {
            header[index] = DIGITS[(int) (rest & 0xf)];
            rest >>>= 4;
        }
    }

    /** The context that a record's headers name; the root if they name none. */
    static Context read(Headers headers) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, Reader.ALL);
    }

    static void write(Headers headers, SpanContext context) {
        var holder = Context.root().with(io.opentelemetry.api.trace.Span.wrap(context));
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
