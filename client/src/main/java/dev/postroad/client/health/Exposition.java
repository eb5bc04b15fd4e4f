package dev.postroad.client.health;

import dev.postroad.contract.report.Certificates;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.Histogram;
import dev.postroad.contract.report.Published;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The client's own figures in Prometheus' text format, version 0.0.4. Counters count since the process started; times
 * of histograms are in seconds, in buckets from 1 ms to 18 min, each twice the one before.
 */
final class Exposition {
    private static final int FIRST_DOUBLING = 10;
    private static final int LAST_DOUBLING = 30;
    private static final int BUCKETS_PER_DOUBLING = 4;
    private static final double MICROS_PER_SECOND = 1_000_000;

    private static final List<Family<Published>> PUBLISHED = List.of(
            counter("published_total", "Messages that the broker acknowledged.", Published::getAcknowledged),
            counter("published_bytes_total", "Bytes of values before compression.", Published::getBytes),
            counter("tombstones_total", "Deletions by key.", Published::getTombstones),
            counter("refused_total", "Messages that their contract refused.", Published::getRefused),
            counter("observed_total", "Messages that broke an OBSERVED contract.", Published::getObserved),
            counter("publish_failed_total", "Messages that were never acknowledged.", Published::getFailed),
            gauge("hottest_key_share", "Share of the most frequent key, from 0 to 1.", Published::getHottestKeyShare),
            gauge("distinct_keys", "Different keys among the sampled messages.", Published::getDistinctKeys));

    private static final List<Family<Consumed>> CONSUMED = List.of(
            counter("handled_total", "Records that a handler has dealt with.", Consumed::getHandled),
            counter("attempts_failed_total", "Attempts that failed.", Consumed::getFailed),
            counter("violating_total", "Records that broke a rule of their contract.", Consumed::getViolating),
            counter("retried_total", "Records moved to a topic for delayed retries.", Consumed::getRetried),
            counter("dead_lettered_total", "Records moved to the topic for dead letters.", Consumed::getDeadLettered));

    private static final List<Family<PartitionHealth>> PARTITIONS = List.of(
            gauge("in_flight", "Records that were fetched and are not passed.", PartitionHealth::inFlight),
            gauge("in_flight_bytes", "Bytes that these occupy.", PartitionHealth::bytes),
            gauge(
                    "in_handler_seconds",
                    "How long a handler has had its record, the longest.",
                    partition -> partition
                            .inHandler()
                            .map(time -> time.toMillis() / 1000.0)
                            .orElse(0.0)),
            gauge(
                    "since_moved_seconds",
                    "How long ago the group's offset could move on.",
                    partition -> partition.sinceMoved().toMillis() / 1000.0));

    private final StringBuilder text = new StringBuilder();

    private Exposition() {}

    static String of(ClientReport report, Health health) {
        var exposition = new Exposition();
        exposition.families(PUBLISHED, report.getPublishedList(), Exposition::labels);
        exposition.histograms(
                "acknowledgement_seconds",
                "From the call until the acknowledgement, of one message in 64.",
                report.getPublishedList(),
                Exposition::labels,
                Published::getAcknowledgement);
        exposition.families(CONSUMED, report.getConsumedList(), Exposition::labels);
        exposition.histograms(
                "end_to_end_seconds",
                "From the record's timestamp until its handler returned.",
                report.getConsumedList(),
                Exposition::labels,
                Consumed::getEndToEnd);
        health.groups().forEach(exposition::partitions);
        if (report.hasCertificates()) {
            exposition.certificates(report.getCertificates());
        }
        return exposition.text.toString();
    }

    private void certificates(Certificates certificates) {
        if (certificates.hasDaysLeft()) {
            single(
                    "certificate_days_left",
                    "gauge",
                    "Whole days until the certificate expires.",
                    certificates.getDaysLeft());
        }
        single(
                "certificate_rotations_total",
                "counter",
                "New certificates that came into use.",
                certificates.getRotations());
        single(
                "certificate_refusals_total",
                "counter",
                "New certificates that were refused.",
                certificates.getRefusals());
        single(
                "certificate_is_refused",
                "gauge",
                "1 while what is in the files is not in use.",
                certificates.getRefused().isEmpty() ? 0 : 1);
    }

    private void single(String name, String type, String help, double value) {
        head(name, type, help);
        line(name, "", value);
    }

    private record Family<T>(String name, String type, String help, ToDoubleFunction<T> value) {}

    private static <T> Family<T> counter(String name, String help, ToDoubleFunction<T> value) {
        return new Family<>(name, "counter", help, value);
    }

    private static <T> Family<T> gauge(String name, String help, ToDoubleFunction<T> value) {
        return new Family<>(name, "gauge", help, value);
    }

    private static String labels(Published published) {
        return label("topic", published.getTopic());
    }

    private static String labels(Consumed consumed) {
        return label("topic", consumed.getTopic()) + ',' + label("group", consumed.getGroup());
    }

    private static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private <T> void families(List<Family<T>> families, List<T> all, Function<T, String> labels) {
        for (var family : families) {
            head(family.name(), family.type(), family.help());
            all.forEach(each ->
                    line(family.name(), labels.apply(each), family.value().applyAsDouble(each)));
        }
    }

    private void partitions(GroupHealth group) {
        Function<PartitionHealth, String> labels = partition -> Stream.of(
                        label("topic", partition.topic()),
                        label("group", group.group()),
                        label("partition", Integer.toString(partition.partition())))
                .collect(Collectors.joining(","));
        families(PARTITIONS, group.partitions(), labels);
        head("verdict", "gauge", "1 for the verdict on the partition.");
        group.partitions()
                .forEach(partition -> line(
                        "verdict",
                        labels.apply(partition)
                                + ','
                                + label("verdict", partition.verdict().name()),
                        1));
    }

    private <T> void histograms(
            String name, String help, List<T> all, Function<T, String> labels, Function<T, Histogram> histogram) {
        head(name, "histogram", help);
        for (var each : all) {
            var buckets = histogram.apply(each).getBucketsList();
            var seen = 0L;
            var next = 0;
            for (var doubling = FIRST_DOUBLING; doubling <= LAST_DOUBLING; doubling++) {
                for (; next < Math.min(buckets.size(), doubling * BUCKETS_PER_DOUBLING); next++) {
                    seen += buckets.get(next);
                }
                var bound = Double.toString((1L << doubling) / MICROS_PER_SECOND);
                line(name + "_bucket", labels.apply(each) + ',' + label("le", bound), seen);
            }
            var count = buckets.stream().mapToLong(Long::longValue).sum();
            line(name + "_bucket", labels.apply(each) + ',' + label("le", "+Inf"), count);
            line(name + "_sum", labels.apply(each), sum(buckets));
            line(name + "_count", labels.apply(each), count);
        }
    }

    /** In seconds, each duration taken for the middle of its bucket: at most 9 % off. */
    private static double sum(List<Long> buckets) {
        var micros = 0.0;
        for (var bucket = 0; bucket < buckets.size(); bucket++) {
            micros += buckets.get(bucket) * Math.pow(2, (bucket + 0.5) / BUCKETS_PER_DOUBLING);
        }
        return micros / MICROS_PER_SECOND;
    }

    private void head(String name, String type, String help) {
        text.append("# HELP postroad_client_")
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE postroad_client_")
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
    }

    private void line(String name, String labels, double value) {
        var shown = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        text.append("postroad_client_").append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ');
        text.append(shown).append('\n');
    }
}
