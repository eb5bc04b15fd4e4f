package dev.postroad.client.group;

import dev.postroad.client.telemetry.Durations;
import dev.postroad.contract.report.Histogram;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** What a member of a group counts of itself. Written by its polling thread, read by any. */
public final class MemberFigures {
    private static final String FETCHING = "consumer-fetch-manager-metrics";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final LongAdder rebalances = new LongAdder();
    private final LongAdder commitsFailed = new LongAdder();
    private final Durations commits = new Durations();
    private final Peak pollGap;
    private final Peak throttle;
    private volatile double meanFetchSeconds;

    /**
     * Figures of nothing.
     *
     * @param nanos a reading of the timer
     */
    public MemberFigures(long nanos) {
        pollGap = new Peak(nanos);
        throttle = new Peak(nanos);
    }

    void rebalanced() {
        rebalances.increment();
    }

    void committed(long tookNanos) {
        commits.add(tookNanos);
    }

    void commitFailed() {
        commitsFailed.increment();
    }

    void polledAfter(long gapNanos, long nanos) {
        pollGap.add(gapNanos / NANOS_PER_SECOND, nanos);
    }

    /** Reads what Kafka's consumer counts of itself, over the last 30 s as it has it. */
    void look(Map<MetricName, ? extends Metric> metrics, long nanos) {
        for (var metric : metrics.values()) {
            var name = metric.metricName();
            if (!name.group().equals(FETCHING)
                    || name.tags().containsKey("topic")
                    || !(metric.metricValue() instanceof Double millis)
                    || millis.isNaN()) {
                continue;
            }
            if (name.name().equals("fetch-throttle-time-max")) {
                throttle.add(millis / MILLIS_PER_SECOND, nanos);
            } else if (name.name().equals("fetch-latency-avg")) {
                meanFetchSeconds = millis / MILLIS_PER_SECOND;
            }
        }
    }

    /** How often partitions were given, taken away or lost. */
    public long rebalances() {
        return rebalances.sum();
    }

    /** From sending a commit until its answer. */
    public Histogram commits() {
        return commits.report();
    }

    /** How many commits were refused, or had no answer. */
    public long commitsFailed() {
        return commitsFailed.sum();
    }

    /** The longest time between two polls in the last 10 to 20 s. */
    public double longestPollGapSeconds(long nanos) {
        return pollGap.max(nanos);
    }

    /** The longest time by which brokers held answers back in the last 10 to 20 s, and the 30 s before that. */
    public double longestThrottleSeconds(long nanos) {
        return throttle.max(nanos);
    }

    /** From sending a fetch until its answer, over the last 30 s. */
    public double meanFetchSeconds() {
        return meanFetchSeconds;
    }
}
