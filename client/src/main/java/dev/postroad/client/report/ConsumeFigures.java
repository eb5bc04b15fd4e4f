package dev.postroad.client.report;

import dev.postroad.client.telemetry.Durations;
import dev.postroad.client.telemetry.RunSampler;
import dev.postroad.client.telemetry.StepTimes;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.HandlingFailure;
import dev.postroad.contract.topic.Contract;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a process consumed from one topic, counted since it started. Safe for use by several threads. */
public final class ConsumeFigures {
    private final Contract contract;
    private final String group;
    private final String mode;
    private final StepTimes steps;
    private final RunSampler runs;
    private final LongAdder handled = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder violating = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private final Durations endToEnd = new Durations();
    private final KeySketch keys = new KeySketch();
    private volatile @Nullable HandlingFailure lastFailure;

    /**
     * Figures that begin at zero.
     *
     * @param mode ordered, keyed or batch
     */
    ConsumeFigures(Contract contract, String group, String mode, StepTimes steps, RunSampler runs) {
        this.contract = contract;
        this.group = group;
        this.mode = mode;
        this.steps = steps;
        this.runs = runs;
    }

    /** The times of the steps of records that are timed. */
    public StepTimes steps() {
        return steps;
    }

    /** What the subscription's threads do. */
    public RunSampler runs() {
        return runs;
    }

    /** A handler has returned. */
    public void handled() {
        handled.increment();
    }

    /**
     * A record that is timed was handled.
     *
     * @param sincePublishedNanos how long after its timestamp
     */
    public void timed(byte @Nullable [] key, long sincePublishedNanos) {
        endToEnd.add(sincePublishedNanos);
        if (key != null) {
            keys.add(key);
        }
    }

    /** A handler threw, or a record could not be read. */
    public void failed(ConsumerRecord<?, ?> record, Exception cause, Instant at) {
        failed.increment();
        var stack = cause.getStackTrace();
        lastFailure = HandlingFailure.newBuilder()
                .setException(cause.getClass().getName())
                .setPlace(stack.length == 0 ? "" : stack[0].toString())
                .setTopic(record.topic())
                .setPartition(record.partition())
                .setOffset(record.offset())
                .setAt(Times.timestamp(at))
                .build();
    }

    /** A record broke a constraint of the contract, and stands for so many that were not looked at. */
    public void violating(int records) {
        violating.add(records);
    }

    /** A record is stored in a topic for delayed retries. */
    public void retried() {
        retried.increment();
    }

    /** A record is stored in the topic for dead letters. */
    public void deadLettered() {
        deadLettered.increment();
    }

    Consumed report() {
        var seen = keys.keys();
        var report = Consumed.newBuilder()
                .setTopic(contract.kafkaTopic())
                .setGroup(group)
                .setContractVersion(contract.version().toString())
                .setMode(mode)
                .setHandled(handled.sum())
                .setFailed(failed.sum())
                .setViolating(violating.sum())
                .setRetried(retried.sum())
                .setDeadLettered(deadLettered.sum())
                .setEndToEnd(endToEnd.report())
                .addAllSteps(steps.report())
                .setRunning(runs.report())
                .setHottestKeyShare(seen.hottestShare())
                .addAllHotKeys(seen.hot());
        Optional.ofNullable(lastFailure).ifPresent(report::setLastFailure);
        return report.build();
    }
}
