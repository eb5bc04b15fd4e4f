package dev.postroad.client.report;

import dev.postroad.client.telemetry.Durations;
import dev.postroad.client.telemetry.Step;
import dev.postroad.client.telemetry.StepTimes;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.report.Published;
import dev.postroad.contract.report.Refusal;
import dev.postroad.contract.topic.Contract;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What a process published to one topic, counted since it started. Safe for use by several threads. */
public final class PublishFigures {
    private final Contract contract;
    private final Clock clock;
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder observed = new LongAdder();
    private final LongAdder tombstones = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final StepTimes steps;
    private final Durations acknowledgement = new Durations();
    private final KeySketch keys = new KeySketch();
    private final SkewGuard guard;
    private final IntSupplier partitions;
    private volatile @Nullable Refusal lastRefusal;

    /**
     * Figures that begin at zero.
     *
     * @param partitions how many the topic has; asked by the thread that reports
     */
    PublishFigures(Contract contract, Clock clock, StepTimes steps, IntSupplier partitions) {
        this.contract = contract;
        this.clock = clock;
        this.steps = steps;
        this.guard = new SkewGuard(contract, clock);
        this.partitions = partitions;
    }

    /** Whether the next message is timed, and its key looked at. */
    public static boolean isSampled() {
        return KeySketch.isSampled();
    }

    /** The times of the steps of messages that are timed. */
    public StepTimes steps() {
        return steps;
    }

    /** A record is being sent. */
    public void sending(byte @Nullable [] value) {
        if (value == null) {
            tombstones.increment();
        } else {
            bytes.add(value.length);
        }
    }

    /** Looks at the key of a message that is timed. */
    public void timed(byte @Nullable [] key) {
        if (key != null) {
            keys.add(key);
        }
    }

    /** The broker has acknowledged a message. */
    public void acknowledged() {
        acknowledged.increment();
    }

    /** The broker has acknowledged a message that was timed. */
    public void acknowledgedAfter(long nanos) {
        acknowledgement.add(nanos);
        steps.add(Step.PUBLISH, nanos);
    }

    /** A message was refused by the contract. */
    public void refused(Violation reason) {
        refused.increment();
        lastRefusal = Refusal.newBuilder()
                .setField(reason.field())
                .setRule(reason.rule())
                .setSentence(reason.sentence())
                .setAt(Times.timestamp(clock.instant()))
                .build();
    }

    /** A message was sent and never acknowledged. */
    public void failed() {
        failed.increment();
    }

    /** A message broke the contract of an OBSERVED topic and was sent. */
    public void observed() {
        observed.increment();
    }

    /** Warns if keys are uneven. */
    void guard() {
        var seen = keys.keys();
        if (seen.samples() > 0) {
            guard.look(seen, partitions.getAsInt());
        }
    }

    Published report() {
        var seen = keys.keys();
        var report = Published.newBuilder()
                .setTopic(contract.kafkaTopic())
                .setContractVersion(contract.version().toString())
                .setAcknowledged(acknowledged.sum())
                .setRefused(refused.sum())
                .setFailed(failed.sum())
                .setObserved(observed.sum())
                .setTombstones(tombstones.sum())
                .setBytes(bytes.sum())
                .setHottestKeyShare(seen.hottestShare())
                .setDistinctKeys(seen.distinct())
                .setAcknowledgement(acknowledgement.report())
                .addAllSteps(steps.report())
                .addAllHotKeys(seen.hot());
        var refusal = lastRefusal;
        if (refusal != null) {
            report.setLastRefusal(refusal);
        }
        return report.build();
    }
}
