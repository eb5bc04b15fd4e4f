package dev.postroad.client.telemetry;

import dev.postroad.client.settings.TraceMode;
import dev.postroad.client.settings.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The traces of what is published to one topic. Safe for use by several threads.
 *
 * <p>A span of the thread decides whether a record is sampled, and where there is none, the settings' ratio does. Each
 * record carries a context in its headers, one that is not sampled the ids alone. Keys are in no span: they may be
 * personal data.
 */
public final class PublishTracing {
    private final Tracer tracer;
    private final Tracing settings;
    private final String name;
    private final Attributes attributes;
    private final TraceHeader.Unsampled unsampled = new TraceHeader.Unsampled(ThreadLocalRandom.current());

    PublishTracing(Tracer tracer, Tracing settings, String client, String topic) {
        this.tracer = tracer;
        this.settings = settings;
        this.name = Conventions.SEND + ' ' + topic;
        this.attributes = Attributes.builder()
                .put(Conventions.SYSTEM, Conventions.KAFKA)
                .put(Conventions.OPERATION_NAME, Conventions.SEND)
                .put(Conventions.OPERATION_TYPE, Conventions.SEND)
                .put(Conventions.DESTINATION, topic)
                .put(Conventions.CLIENT, client)
                .build();
    }

    /**
     * Begins the sending of a record, and puts its context into the headers, unless there is one already.
     *
     * @return the span to {@link #end}; null if the record is not sampled
     */
    public @Nullable Span begin(Headers headers) {
        if (settings.mode() == TraceMode.OFF) {
            return null;
        }
        if (headers.lastHeader(TraceHeader.NAME) != null) {
            return beginOfCreated(headers);
        }
        var current = Span.current().getSpanContext();
        var isSampled = current.isValid()
                ? current.isSampled()
                : ThreadLocalRandom.current().nextDouble() < settings.ratio();
        if (isSampled) {
            var span = tracer.spanBuilder(name)
                    .setSpanKind(SpanKind.PRODUCER)
                    .setAllAttributes(attributes)
                    .startSpan();
            if (span.getSpanContext().isValid()) {
                TraceHeader.write(headers, span.getSpanContext());
                return span;
            }
        } else if (current.isValid()) {
            TraceHeader.write(headers, current);
            return null;
        }
        headers.add(TraceHeader.NAME, unsampled.next());
        return null;
    }

    /** The message has a context of its own, which stays; its sending is linked to it. */
    private @Nullable Span beginOfCreated(Headers headers) {
        var header = TraceHeader.of(headers);
        return header == null || !TraceHeader.isSampled(header)
                ? null
                : tracer.spanBuilder(name)
                        .setSpanKind(SpanKind.CLIENT)
                        .setAllAttributes(attributes)
                        .addLink(Span.fromContext(TraceHeader.read(headers)).getSpanContext())
                        .startSpan();
    }

    /** Ends a sending: with the place where the record is stored, or with what has failed. */
    public static void end(Span span, RecordMetadata stored, @Nullable Exception failure) {
        if (failure == null) {
            span.setAttribute(Conventions.PARTITION, Integer.toString(stored.partition()))
                    .setAttribute(Conventions.OFFSET, stored.offset());
        } else {
            failed(span, failure);
        }
        span.end();
    }

    static void failed(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR)
                .setAttribute(Conventions.ERROR_TYPE, failure.getClass().getName())
                .recordException(failure);
    }
}
