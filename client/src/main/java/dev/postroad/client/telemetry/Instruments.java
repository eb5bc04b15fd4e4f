package dev.postroad.client.telemetry;

import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.Group;
import dev.postroad.contract.report.Partition;
import dev.postroad.contract.report.Published;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The figures of the client report as metrics of OpenTelemetry. They are counted anyway, so a metric costs nothing
 * until somebody collects it.
 */
final class Instruments {
    private final Meter meter;
    private final List<ObservableMeasurement> all = new ArrayList<>();
    private final List<Count<Published>> published = new ArrayList<>();
    private final List<Count<Consumed>> consumed = new ArrayList<>();
    private final List<Count<Partition>> partitions = new ArrayList<>();
    private final List<Gauge<Partition>> ages = new ArrayList<>();
    private final ObservableLongMeasurement rebalances;

    private record Count<T>(ObservableLongMeasurement measurement, ToLongFunction<T> value) {}

    private record Gauge<T>(ObservableDoubleMeasurement measurement, ToDoubleFunction<T> value) {}

    private Instruments(Meter meter) {
        this.meter = meter;
        published.add(count(
                Conventions.SENT_MESSAGES,
                "{message}",
                "Messages that were acknowledged.",
                Published::getAcknowledged));
        published.add(
                count("postroad.client.refused", "{message}", "Refused by their contract.", Published::getRefused));
        published.add(count("postroad.client.failed", "{message}", "Never acknowledged.", Published::getFailed));
        published.add(count("postroad.client.bytes", "By", "Values before compression.", Published::getBytes));
        consumed.add(count(
                Conventions.CONSUMED_MESSAGES, "{message}", "Records that were dealt with.", Consumed::getHandled));
        consumed.add(count("postroad.client.attempts.failed", "{attempt}", "That threw.", Consumed::getFailed));
        consumed.add(count(
                "postroad.client.violating", "{message}", "That broke a rule when read.", Consumed::getViolating));
        consumed.add(count("postroad.client.retried", "{message}", "Moved to be retried later.", Consumed::getRetried));
        consumed.add(count("postroad.client.dead_lettered", "{message}", "Given up.", Consumed::getDeadLettered));
        partitions.add(level("postroad.client.lag", "{message}", "Not dealt with.", Partition::getLag));
        partitions.add(level("postroad.client.in_flight", "{message}", "Fetched.", Partition::getInFlight));
        ages.add(age("postroad.client.oldest.age", "Of the oldest that was fetched.", Partition::getOldestAgeSeconds));
        ages.add(age("postroad.client.in_handler", "The longest.", Partition::getInHandlerSeconds));
        rebalances = observable(meter.counterBuilder("postroad.client.rebalances")
                .setUnit("{rebalance}")
                .setDescription("Times that partitions came or went.")
                .buildObserver());
    }

    static BatchCallback register(Meter meter, Supplier<ClientReport> report) {
        var instruments = new Instruments(meter);
        var others = instruments.all.subList(1, instruments.all.size()).toArray(ObservableMeasurement[]::new);
        return meter.batchCallback(() -> instruments.observe(report.get()), instruments.all.get(0), others);
    }

    private <T> Count<T> count(String name, String unit, String description, ToLongFunction<T> value) {
        return new Count<>(
                observable(meter.counterBuilder(name)
                        .setUnit(unit)
                        .setDescription(description)
                        .buildObserver()),
                value);
    }

    private <T> Count<T> level(String name, String unit, String description, ToLongFunction<T> value) {
        return new Count<>(
                observable(meter.gaugeBuilder(name)
                        .ofLongs()
                        .setUnit(unit)
                        .setDescription(description)
                        .buildObserver()),
                value);
    }

    private <T> Gauge<T> age(String name, String description, ToDoubleFunction<T> value) {
        return new Gauge<>(
                observable(meter.gaugeBuilder(name)
                        .setUnit("s")
                        .setDescription(description)
                        .buildObserver()),
                value);
    }

    private <M extends ObservableMeasurement> M observable(M measurement) {
        all.add(measurement);
        return measurement;
    }

    private void observe(ClientReport report) {
        for (var topic : report.getPublishedList()) {
            var attributes = attributes(topic.getTopic())
                    .put(Conventions.OPERATION_NAME, Conventions.SEND)
                    .build();
            published.forEach(count -> count.measurement().record(count.value().applyAsLong(topic), attributes));
        }
        for (var topic : report.getConsumedList()) {
            var attributes = attributes(topic.getTopic())
                    .put(Conventions.OPERATION_NAME, Conventions.PROCESS)
                    .put(Conventions.GROUP, topic.getGroup())
                    .build();
            consumed.forEach(count -> count.measurement().record(count.value().applyAsLong(topic), attributes));
        }
        report.getGroupsList().forEach(this::observe);
    }

    private void observe(Group group) {
        rebalances.record(
                group.getRebalances(),
                Attributes.of(Conventions.SYSTEM, Conventions.KAFKA, Conventions.GROUP, group.getName()));
        for (var partition : group.getPartitionsList()) {
            var attributes = attributes(partition.getTopic())
                    .put(Conventions.GROUP, group.getName())
                    .put(Conventions.PARTITION, Integer.toString(partition.getPartition()))
                    .build();
            partitions.forEach(count -> count.measurement().record(count.value().applyAsLong(partition), attributes));
            ages.forEach(age -> age.measurement().record(age.value().applyAsDouble(partition), attributes));
        }
    }

    private static AttributesBuilder attributes(String topic) {
        return Attributes.builder().put(Conventions.SYSTEM, Conventions.KAFKA).put(Conventions.DESTINATION, topic);
    }
}
