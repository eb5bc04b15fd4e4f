package dev.postroad.client.telemetry;

import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.report.ClientReport;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** What of OpenTelemetry a bus uses. Safe for use by several threads. */
public final class Telemetry {
    private static final List<Step> PUBLISHING = List.of(Step.VALIDATE, Step.SEND, Step.PUBLISH);
    private static final List<Step> CONSUMING = List.of(Step.FETCH, Step.QUEUE, Step.PARSE, Step.VALIDATE, Step.HANDLE);

    private final BusSettings settings;
    private final Tracer tracer;
    private final Meter meter;
    private final boolean traces;
    private final DoubleHistogram steps;
    private final DoubleHistogram sending;
    private final DoubleHistogram processing;

    /** The telemetry of a service. */
    public Telemetry(BusSettings settings, OpenTelemetry api) {
        this.settings = settings;
        this.traces = api.getTracerProvider() != TracerProvider.noop();
        this.tracer = api.tracerBuilder(Conventions.SCOPE)
                .setSchemaUrl(Conventions.SCHEMA)
                .build();
        this.meter = api.meterBuilder(Conventions.SCOPE)
                .setSchemaUrl(Conventions.SCHEMA)
                .build();
        this.steps = histogram("postroad.client.step.duration", "How long a sampled record took for a step.");
        this.sending = histogram(
                Conventions.OPERATION_DURATION, "From the call until the acknowledgement, of a sampled message.");
        this.processing =
                histogram(Conventions.PROCESS_DURATION, "How long the handler had a sampled record, or its batch.");
    }

    private DoubleHistogram histogram(String name, String description) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setDescription(description)
                .setExplicitBucketBoundariesAdvice(Conventions.BOUNDARIES)
                .build();
    }

    /** The traces of what is published to a topic. */
    public PublishTracing publishing(String topic) {
        return new PublishTracing(tracer, settings.tracing(), settings.service(), topic);
    }

    /** The traces of what a group handles. */
    public ProcessTracing processing(String group) {
        return new ProcessTracing(tracer, settings.tracing(), traces, group);
    }

    /** The times of what is published to a topic. */
    public StepTimes publishingTimes(String topic) {
        var own = Attributes.builder().put(Conventions.DESTINATION, topic);
        return times(PUBLISHING, own.build(), Step.PUBLISH, sending, Conventions.SEND);
    }

    /** The times of what a group handles of a topic. */
    public StepTimes consumingTimes(String topic, String group) {
        var own = Attributes.builder().put(Conventions.DESTINATION, topic).put(Conventions.GROUP, group);
        return times(CONSUMING, own.build(), Step.HANDLE, processing, Conventions.PROCESS);
    }

    /** Times that go to a histogram of ours, those of one step to one of the conventions as well. */
    private StepTimes times(
            List<Step> some, Attributes own, Step conventional, DoubleHistogram histogram, String operation) {
        Map<Step, DoubleConsumer> listeners = new EnumMap<>(Step.class);
        for (var step : some) {
            var labelled = own.toBuilder().put(Conventions.STEP, step.label()).build();
            listeners.put(step, seconds -> steps.record(seconds, labelled));
        }
        var attributes = own.toBuilder()
                .put(Conventions.SYSTEM, Conventions.KAFKA)
                .put(Conventions.OPERATION_NAME, operation)
                .build();
        listeners.computeIfPresent(
                conventional, (step, before) -> before.andThen(seconds -> histogram.record(seconds, attributes)));
        return new StepTimes(listeners);
    }

    /** Gives OpenTelemetry the figures of a report whenever it collects, until the result is closed. */
    public BatchCallback observe(Supplier<ClientReport> report) {
        return Instruments.register(meter, report);
    }
}
