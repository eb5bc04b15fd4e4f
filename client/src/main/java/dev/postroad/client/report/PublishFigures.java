package dev.postroad.client.report;

import dev.postroad.contract.check.Violation;
import dev.postroad.contract.report.Published;
import dev.postroad.contract.report.Refusal;
import dev.postroad.contract.topic.Contract;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What a process published to one topic, counted since it started. Safe for use by several threads. */
public final class PublishFigures {
    private final Contract contract;
    private final Clock clock;
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder observed = new LongAdder();
    private volatile @Nullable Refusal lastRefusal;

    PublishFigures(Contract contract, Clock clock) {
        this.contract = contract;
        this.clock = clock;
    }

    /** The broker has acknowledged a message. */
    public void acknowledged() {
        acknowledged.increment();
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

    Published report() {
        var report = Published.newBuilder()
                .setTopic(contract.kafkaTopic())
                .setContractVersion(contract.version().toString())
                .setAcknowledged(acknowledged.sum())
                .setRefused(refused.sum())
                .setFailed(failed.sum())
                .setObserved(observed.sum());
        var refusal = lastRefusal;
        if (refusal != null) {
            report.setLastRefusal(refusal);
        }
        return report.build();
    }
}
