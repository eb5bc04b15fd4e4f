package dev.postroad.client;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.publish.PublishOptions;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.settings.TraceMode;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.StepTime;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.Topic;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class TelemetryTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final SubscriptionOptions UNTIL_HANDLED =
            SubscriptionOptions.standard().withRetries(Retries.untilHandled());

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .build();

    private final TestCluster cluster;
    private final BusSettings settings;
    private final List<SpanContext> seen = new CopyOnWriteArrayList<>();

    TelemetryTest(EmbeddedBroker broker, TestInfo test) {
        cluster = new TestCluster(broker.bootstrapServers());
        settings = new BusSettings(
                "t" + Integer.toHexString(test.getDisplayName().hashCode()), broker.bootstrapServers(), Duration.ZERO);
        cluster.recreate(TOPIC, InternalTopics.REPORTS);
    }

    @AfterEach
    void close() {
        cluster.close();
        sdk.close();
    }

    private Bus connect(TraceMode mode, double ratio) {
        return Bus.connect(settings.withTracing(mode, ratio), sdk);
    }

    private static OrderPlaced order(int number) {
        return OrderPlaced.newBuilder()
                .setOrderId("order-" + number)
                .setItems(number)
                .build();
    }

    private void subscribe(Bus bus) {
        bus.subscribe(
                Topic.of(OrderPlaced.class),
                Mode.ordered(),
                UNTIL_HANDLED,
                (order, context) -> seen.add(Span.current().getSpanContext()));
    }

    @Test
    void namesTheGroupOfANamedSubscription() {
        try (var bus = connect(TraceMode.PARENT, 1)) {
            bus.publisher(OrderPlaced.class).publish(order(1)).join();
            bus.subscribe(
                    Topic.of(OrderPlaced.class), Mode.ordered(), UNTIL_HANDLED.named("audit"), (order, context) -> {});

            assertThat(awaitSpan("process " + TOPIC).getAttributes().asMap())
                    .containsEntry(stringKey("messaging.consumer.group.name"), settings.service() + ".audit")
                    .containsEntry(stringKey("messaging.client.id"), settings.service() + ".audit");
        }
    }

    private SpanData awaitSpan(String name) {
        await().until(() -> spans.getFinishedSpanItems().stream()
                .anyMatch(span -> span.getName().equals(name)));
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void continuesTheTraceOfThePublisher() {
        try (var bus = connect(TraceMode.PARENT, 1)) {
            bus.publisher(OrderPlaced.class).publish(order(1)).join();
            subscribe(bus);

            var send = awaitSpan("send " + TOPIC);
            var process = awaitSpan("process " + TOPIC);

            assertThat(send.getKind()).isEqualTo(SpanKind.PRODUCER);
            assertThat(send.getAttributes().asMap())
                    .containsEntry(stringKey("messaging.system"), "kafka")
                    .containsEntry(stringKey("messaging.operation.name"), "send")
                    .containsEntry(stringKey("messaging.operation.type"), "send")
                    .containsEntry(stringKey("messaging.destination.name"), TOPIC)
                    .containsEntry(stringKey("messaging.destination.partition.id"), "0")
                    .containsEntry(stringKey("messaging.client.id"), settings.service())
                    .containsEntry(longKey("messaging.kafka.offset"), 0L);
            assertThat(process.getKind()).isEqualTo(SpanKind.CONSUMER);
            assertThat(process.getTraceId()).isEqualTo(send.getTraceId());
            assertThat(process.getParentSpanId()).isEqualTo(send.getSpanId());
            assertThat(process.getAttributes().asMap())
                    .containsEntry(stringKey("messaging.operation.name"), "process")
                    .containsEntry(stringKey("messaging.consumer.group.name"), settings.service())
                    .containsEntry(longKey("messaging.kafka.offset"), 0L);
            assertThat(seen).singleElement().returns(process.getSpanId(), SpanContext::getSpanId);
        }
    }

    @Test
    void linksToTheTraceOfThePublisher() {
        try (var bus = connect(TraceMode.LINK, 1)) {
            bus.publisher(OrderPlaced.class).publish(order(1)).join();
            subscribe(bus);

            var send = awaitSpan("send " + TOPIC);
            var process = awaitSpan("process " + TOPIC);

            assertThat(process.getTraceId()).isNotEqualTo(send.getTraceId());
            assertThat(process.getLinks())
                    .extracting(LinkData::getSpanContext)
                    .singleElement()
                    .returns(send.getSpanId(), SpanContext::getSpanId);
        }
    }

    @Test
    void linksABatchToTheTracesOfItsRecords() {
        try (var bus = connect(TraceMode.PARENT, 1)) {
            bus.publisher(OrderPlaced.class)
                    .publishAll(IntStream.rangeClosed(1, 200)
                            .mapToObj(TelemetryTest::order)
                            .toList())
                    .join();
            bus.subscribe(
                    Topic.of(OrderPlaced.class),
                    Mode.batch(200, Duration.ofSeconds(5)),
                    UNTIL_HANDLED,
                    (orders, context) -> seen.add(Span.current().getSpanContext()));

            var process = awaitSpan("process " + TOPIC);

            assertThat(process.getParentSpanContext().isValid()).isFalse();
            assertThat(process.getAttributes().get(longKey("messaging.batch.message_count")))
                    .isEqualTo(200);
            assertThat(process.getLinks()).hasSize(128);
        }
    }

    @Test
    void makesNoSpanOfWhatIsNotSampled() {
        try (var bus = connect(TraceMode.PARENT, 0)) {
            bus.publisher(OrderPlaced.class).publish(order(1)).join();
            subscribe(bus);
            await().until(() -> seen.size() == 1);

            var header = traceparent(cluster.read(TOPIC).get(0));

            assertThat(header).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
            assertThat(seen.get(0).getTraceId()).isEqualTo(header.substring(3, 35));
            assertThat(seen.get(0).isSampled()).isFalse();
        }
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void followsTheSpanOfTheThreadWhateverTheRatio() {
        try (var bus = connect(TraceMode.PARENT, 0)) {
            var publisher = bus.publisher(OrderPlaced.class);
            var request = sdk.getTracer("test").spanBuilder("request").startSpan();
            try (var unused = request.makeCurrent()) {
                publisher.publish(order(1)).join();
            }
            var elsewhere = SpanContext.create(
                    "0af7651916cd43dd8448eb211c80319c",
                    "b7ad6b7169203331",
                    TraceFlags.getDefault(),
                    TraceState.builder().put("shop", "7").build());
            try (var unused = Span.wrap(elsewhere).makeCurrent()) {
                publisher.publish(order(2)).join();
            }
            request.end();

            assertThat(awaitSpan("send " + TOPIC).getParentSpanId())
                    .isEqualTo(request.getSpanContext().getSpanId());
            var second = cluster.read(TOPIC).get(1);
            assertThat(traceparent(second)).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
            assertThat(text(second, "tracestate")).isEqualTo("shop=7");
        }
    }

    @Test
    void leavesTheContextThatAMessageHas() {
        var context = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (var bus = connect(TraceMode.PARENT, 1)) {
            bus.publisher(OrderPlaced.class)
                    .publish(order(1), PublishOptions.none().withHeader("traceparent", context))
                    .join();

            assertThat(traceparent(cluster.read(TOPIC).get(0))).isEqualTo(context);
            assertThat(awaitSpan("send " + TOPIC).getLinks())
                    .extracting(LinkData::getSpanContext)
                    .singleElement()
                    .returns("b7ad6b7169203331", SpanContext::getSpanId);
        }
    }

    @Test
    void putsNoTraceOnRecordsWhenItIsOff() {
        try (var bus = connect(TraceMode.OFF, 1)) {
            bus.publisher(OrderPlaced.class).publish(order(1)).join();
            subscribe(bus);
            await().until(() -> seen.size() == 1);

            assertThat(cluster.read(TOPIC).get(0).headers().lastHeader("traceparent"))
                    .isNull();
        }
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void takesATraceHeaderThatIsNoneForNone() {
        try (var bus = connect(TraceMode.PARENT, 0)) {
            bus.publisher(OrderPlaced.class)
                    .publish(order(1), PublishOptions.none().withHeader("traceparent", "01"))
                    .join();
            subscribe(bus);

            await().until(() -> seen.size() == 1);
            assertThat(seen.get(0).isValid()).isFalse();
        }
    }

    @Test
    void tellsWhatAHandlerHasThrown() {
        try (var bus = connect(TraceMode.PARENT, 1)) {
            bus.publisher(OrderPlaced.class).publish(order(1)).join();
            bus.subscribe(Topic.of(OrderPlaced.class), Mode.ordered(), UNTIL_HANDLED, (order, context) -> {
                if (context.attempt() == 1) {
                    throw new IllegalStateException("not yet");
                }
            });

            var process = awaitSpan("process " + TOPIC);

            assertThat(process.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(process.getAttributes().get(stringKey("error.type")))
                    .isEqualTo("java.lang.IllegalStateException");
        }
    }

    @Test
    void givesItsFiguresAsMetrics() {
        try (var bus = connect(TraceMode.PARENT, 0)) {
            bus.publisher(OrderPlaced.class).publish(order(1)).join();
            subscribe(bus);
            await().until(() -> seen.size() == 1);

            await().untilAsserted(() -> assertThat(metrics.collectAllMetrics())
                    .extracting(MetricData::getName)
                    .contains(
                            "messaging.client.sent.messages",
                            "messaging.client.consumed.messages",
                            "messaging.process.duration",
                            "postroad.client.lag",
                            "postroad.client.step.duration",
                            "postroad.client.rebalances"));
            assertThat(metrics.collectAllMetrics())
                    .filteredOn(metric -> metric.getName().equals("messaging.client.consumed.messages"))
                    .singleElement()
                    .satisfies(metric -> assertThat(metric.getLongSumData().getPoints())
                            .singleElement()
                            .satisfies(point -> {
                                assertThat(point.getValue()).isEqualTo(1);
                                assertThat(point.getAttributes().get(stringKey("messaging.consumer.group.name")))
                                        .isEqualTo(settings.service());
                            }));
        }
    }

    @Test
    void reportsTheStepsOfRecordsAndTheGroup() {
        var reporting = settings.withReportEvery(Duration.ofMillis(100)).withVersion("1.2");
        try (var bus = Bus.connect(reporting)) {
            bus.publisher(OrderPlaced.class).publish(order(1)).join();
            subscribe(bus);

            var report = awaitReport(seen -> seen.getConsumedCount() == 1
                    && seen.getConsumed(0).getHandled() == 1
                    && seen.getGroups(0).getPartitionsCount() == 1
                    && seen.getGroups(0).getPartitions(0).hasLag()
                    && seen.getGroups(0).getPartitions(0).getLag() == 0);

            assertThat(report.getVersion()).isEqualTo("1.2");
            assertThat(report.getSettingsMap()).containsEntry("reportEvery", "0.1s");
            assertThat(report.getJvm().getProcessors()).isPositive();
            assertThat(report.getConsumed(0).getMode()).isEqualTo("ordered");
            assertThat(report.getConsumed(0).getStepsList())
                    .extracting(StepTime::getStep)
                    .containsExactly("fetch", "queue", "parse", "validate", "handle");
            assertThat(report.getConsumed(0).getRunning().getRuns()).isPositive();
            assertThat(report.getGroups(0).getRebalances()).isPositive();
            assertThat(report.getGroups(0).getProtocol()).isEqualTo("consumer");
            assertThat(report.getPublished(0).getTopic()).isEqualTo(TOPIC);
        }
    }

    @Test
    void reportsTheLagAndTheFailureOfARecordThatIsNotHandled() {
        var reporting = settings.withReportEvery(Duration.ofMillis(100));
        try (var bus = Bus.connect(reporting)) {
            bus.publisher(OrderPlaced.class)
                    .publishAll(List.of(order(1), order(2)))
                    .join();
            bus.subscribe(Topic.of(OrderPlaced.class), Mode.ordered(), UNTIL_HANDLED, (order, context) -> {
                throw new IllegalStateException("to a@b.example: never");
            });

            var report = awaitReport(seen -> seen.getConsumedCount() == 1
                    && seen.getConsumed(0).hasLastFailure()
                    && seen.getGroups(0).getPartitionsCount() == 1
                    && seen.getGroups(0).getPartitions(0).getLag() == 2);

            assertThat(report.getGroups(0).getPartitions(0).getOldestAgeSeconds())
                    .isPositive();
            assertThat(report.getConsumed(0)).returns(0L, Consumed::getHandled).satisfies(consumed -> {
                var failure = consumed.getLastFailure();
                assertThat(failure.getException()).isEqualTo("java.lang.IllegalStateException");
                assertThat(failure.getPlace()).contains("TelemetryTest");
                assertThat(failure.toString()).doesNotContain("a@b.example");
            });
        }
    }

    private ClientReport awaitReport(Predicate<ClientReport> wanted) {
        await().until(() -> reports().anyMatch(wanted));
        return reports().filter(wanted).findFirst().orElseThrow();
    }

    private Stream<ClientReport> reports() {
        return cluster.read(InternalTopics.REPORTS).stream()
                .map(TelemetryTest::parsed)
                .filter(report -> report.getService().equals(settings.service()));
    }

    private static ClientReport parsed(ConsumerRecord<byte[], byte[]> record) {
        try {
            return ClientReport.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static String traceparent(ConsumerRecord<byte[], byte[]> record) {
        return text(record, "traceparent");
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
