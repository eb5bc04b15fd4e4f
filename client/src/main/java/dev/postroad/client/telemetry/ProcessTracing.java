package dev.postroad.client.telemetry;

import dev.postroad.client.settings.TraceMode;
import dev.postroad.client.settings.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The traces of what one subscription handles. Safe for use by several threads. */
public final class ProcessTracing {
    /** What SDKs take of links for one span, unless they are told otherwise. */
    private static final int MOST_LINKS = 128;

    private final Tracer tracer;
    private final Tracing settings;
    private final boolean isActive;
    private final Attributes attributes;

    ProcessTracing(Tracer tracer, Tracing settings, boolean isActive, String group) {
        this.tracer = tracer;
        this.settings = settings;
        this.isActive = isActive;
        this.attributes = Attributes.builder()
                .put(Conventions.SYSTEM, Conventions.KAFKA)
                .put(Conventions.OPERATION_NAME, Conventions.PROCESS)
                .put(Conventions.OPERATION_TYPE, Conventions.PROCESS)
                .put(Conventions.GROUP, group)
                // The consumer of a group has the group's name.
                .put(Conventions.CLIENT, group)
                .build();
    }

    /** Whether anything would come of it; false where there is no SDK, or traces are off. */
    public boolean isActive() {
        return isActive && settings.mode() != TraceMode.OFF;
    }

    /**
     * Begins the handling of a record in this thread. The record's own flag decides whether it is sampled; where it has
     * none, the settings' ratio does.
     *
     * @return to be ended in this thread; null if there is nothing to end
     */
    public @Nullable Processing begin(ConsumerRecord<byte[], byte[]> record) {
        if (!isActive()) {
            return null;
        }
        var header = TraceHeader.of(record.headers());
        if (header == null) {
            return isChosen() ? Processing.of(span(record).setNoParent().startSpan()) : null;
        }
        if (!TraceHeader.isSampled(header)) {
            return settings.mode() == TraceMode.PARENT ? Processing.in(new LazyContext(record.headers())) : null;
        }
        var published = TraceHeader.read(record.headers());
        var span = settings.mode() == TraceMode.PARENT
                ? span(record).setParent(published)
                : span(record).setNoParent().addLink(Span.fromContext(published).getSpanContext());
        return Processing.of(span.startSpan());
    }

    /**
     * Begins the handling of several records at once: a trace of its own, linked to the traces of its records. It is
     * sampled if one of them is.
     *
     * @return to be ended in this thread; null if there is nothing to end
     */
    public @Nullable Processing begin(List<ConsumerRecord<byte[], byte[]>> batch) {
        if (!isActive()) {
            return null;
        }
        SpanBuilder span = null;
        var links = 0;
        var hasHeader = false;
        for (var record : batch) {
            var header = TraceHeader.of(record.headers());
            hasHeader |= header != null;
            if (header == null || links == MOST_LINKS || !TraceHeader.isSampled(header)) {
                continue;
            }
            var published = Span.fromContext(TraceHeader.read(record.headers())).getSpanContext();
            if (published.isValid()) {
                span = span == null ? span(batch.get(0)) : span;
                span.addLink(published);
                links++;
            }
        }
        if (span == null && !hasHeader && isChosen()) {
            span = span(batch.get(0));
        }
        return span == null
                ? null
                : Processing.of(span.setNoParent()
                        .setAttribute(Conventions.BATCH_SIZE, (long) batch.size())
                        .startSpan());
    }

    private boolean isChosen() {
        return ThreadLocalRandom.current().nextDouble() < settings.ratio();
    }

    private SpanBuilder span(ConsumerRecord<byte[], byte[]> record) {
        var span = tracer.spanBuilder(Conventions.PROCESS + ' ' + record.topic())
                .setSpanKind(SpanKind.CONSUMER)
                .setAllAttributes(attributes)
                .setAttribute(Conventions.DESTINATION, record.topic())
                .setAttribute(Conventions.PARTITION, Integer.toString(record.partition()))
                .setAttribute(Conventions.OFFSET, record.offset());
        return record.value() == null ? span.setAttribute(Conventions.TOMBSTONE, true) : span;
    }
}
