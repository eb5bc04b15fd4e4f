package dev.postroad.client.health;

import static dev.postroad.client.health.PrometheusText.Family.counter;
import static dev.postroad.client.health.PrometheusText.Family.gauge;
import static dev.postroad.client.health.PrometheusText.label;

import dev.postroad.client.health.PrometheusText.Family;
import dev.postroad.contract.report.Certificates;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.Group;
import dev.postroad.contract.report.Partition;
import dev.postroad.contract.report.Published;
import dev.postroad.contract.report.StepTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The client's own figures for Prometheus. Counters count since the process started; times of histograms are in
 * seconds, in buckets from 1 ms to 18 min, each twice the one before.
 */
final class Exposition {
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

    private static final List<Family<Group>> GROUPS = List.of(
            counter("rebalances_total", "Times that partitions came or went.", Group::getRebalances),
            counter("commits_failed_total", "Commits that were refused or not answered.", Group::getCommitsFailed),
            gauge(
                    "longest_poll_gap_seconds",
                    "Longest time between two polls in the last 10 to 20 s.",
                    Group::getLongestPollGapSeconds),
            gauge(
                    "longest_throttle_seconds",
                    "Longest time by which brokers held answers back for a quota.",
                    Group::getLongestThrottleSeconds));

    private static final List<Family<LabelledPartition>> LAGS = List.of(
            gauge(
                    "lag",
                    "Records up to the partition's end that are not dealt with.",
                    each -> each.partition().getLag()),
            gauge(
                    "oldest_age_seconds",
                    "Age of the oldest record that was fetched and is not dealt with.",
                    each -> each.partition().getOldestAgeSeconds()));

    private static final List<Family<Consumed>> RUNNING = List.of(
            counter(
                    "sampled_run_seconds_total",
                    "Time of the runs of lanes that were looked at.",
                    consumed -> consumed.getRunning().getSeconds()),
            counter(
                    "sampled_run_cpu_seconds_total",
                    "Of that, time that they computed.",
                    consumed -> consumed.getRunning().getCpuSeconds()),
            counter(
                    "sampled_run_queue_seconds_total",
                    "Of that, time that they had no processor.",
                    consumed -> consumed.getRunning().getRunQueueSeconds()));

    private record LabelledStep(String labels, StepTime step) {}

    private record LabelledPartition(String labels, Partition partition) {}

    private final PrometheusText text = new PrometheusText();

    private Exposition() {}

    static String of(ClientReport report, Health health) {
        var exposition = new Exposition();
        exposition.text.families(PUBLISHED, report.getPublishedList(), Exposition::labels);
        exposition.text.histograms(
                "acknowledgement_seconds",
                "From the call until the acknowledgement, of one message in 64.",
                report.getPublishedList(),
                Exposition::labels,
                Published::getAcknowledgement);
        exposition.text.families(CONSUMED, report.getConsumedList(), Exposition::labels);
        exposition.text.histograms(
                "end_to_end_seconds",
                "From the record's timestamp until its handler returned.",
                report.getConsumedList(),
                Exposition::labels,
                Consumed::getEndToEnd);
        exposition.text.histograms(
                "step_seconds",
                "How long records took for a step: one in 64, and the first that a poll brings.",
                steps(report),
                LabelledStep::labels,
                step -> step.step().getTimes());
        health.groups().forEach(exposition::partitions);
        exposition.text.families(GROUPS, report.getGroupsList(), Exposition::labels);
        exposition.text.families(LAGS, lags(report), LabelledPartition::labels);
        exposition.text.families(RUNNING, report.getConsumedList(), Exposition::labels);
        if (report.hasCertificates()) {
            exposition.certificates(report.getCertificates());
        }
        return exposition.text.toString();
    }

    private void certificates(Certificates certificates) {
        if (certificates.hasDaysLeft()) {
            text.single(
                    "certificate_days_left",
                    "gauge",
                    "Whole days until the certificate expires.",
                    certificates.getDaysLeft());
        }
        text.single(
                "certificate_rotations_total",
                "counter",
                "New certificates that came into use.",
                certificates.getRotations());
        text.single(
                "certificate_refusals_total",
                "counter",
                "New certificates that were refused.",
                certificates.getRefusals());
        text.single(
                "certificate_is_refused",
                "gauge",
                "1 while what is in the files is not in use.",
                certificates.getRefused().isEmpty() ? 0 : 1);
    }

    private static List<LabelledStep> steps(ClientReport report) {
        var published = report.getPublishedList().stream()
                .flatMap(topic -> topic.getStepsList().stream().map(step -> labelled(labels(topic), step)));
        var consumed = report.getConsumedList().stream()
                .flatMap(topic -> topic.getStepsList().stream().map(step -> labelled(labels(topic), step)));
        return Stream.concat(published, consumed).toList();
    }

    private static LabelledStep labelled(String labels, StepTime step) {
        return new LabelledStep(labels + ',' + label("step", step.getStep()), step);
    }

    private static List<LabelledPartition> lags(ClientReport report) {
        return report.getGroupsList().stream()
                .flatMap(group -> group.getPartitionsList().stream()
                        .filter(Partition::hasLag)
                        .map(partition -> new LabelledPartition(labels(group, partition), partition)))
                .toList();
    }

    private static String labels(Group group) {
        return label("group", group.getName());
    }

    private static String labels(Group group, Partition partition) {
        return String.join(
                ",",
                label("topic", partition.getTopic()),
                labels(group),
                label("partition", Integer.toString(partition.getPartition())));
    }

    private static String labels(Published published) {
        return label("topic", published.getTopic());
    }

    private static String labels(Consumed consumed) {
        return label("topic", consumed.getTopic()) + ',' + label("group", consumed.getGroup());
    }

    private void partitions(GroupHealth group) {
        Function<PartitionHealth, String> labels = partition -> Stream.of(
                        label("topic", partition.topic()),
                        label("group", group.group()),
                        label("partition", Integer.toString(partition.partition())))
                .collect(Collectors.joining(","));
        text.families(PARTITIONS, group.partitions(), labels);
        text.head("verdict", "gauge", "1 for the verdict on the partition.");
        group.partitions()
                .forEach(partition -> text.line(
                        "verdict",
                        labels.apply(partition)
                                + ','
                                + label("verdict", partition.verdict().name()),
                        1));
    }
}
