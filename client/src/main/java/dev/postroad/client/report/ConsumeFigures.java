package dev.postroad.client.report;

import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.topic.Contract;
import java.util.concurrent.atomic.LongAdder;

/** What a process consumed from one topic, counted since it started. Safe for use by several threads. */
public final class ConsumeFigures {
    private final Contract contract;
    private final String group;
    private final LongAdder handled = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder violating = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private final Durations endToEnd = new Durations();

    ConsumeFigures(Contract contract, String group) {
        this.contract = contract;
        this.group = group;
    }

    /**
     * A handler has returned.
     *
     * @param sincePublishedNanos how long after the record's timestamp
     */
    public void handled(long sincePublishedNanos) {
        endToEnd.add(sincePublishedNanos);
        handled.increment();
    }

    /** A handler threw, or a record could not be read. */
    public void failed() {
        failed.increment();
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
        return Consumed.newBuilder()
                .setTopic(contract.kafkaTopic())
                .setGroup(group)
                .setContractVersion(contract.version().toString())
                .setHandled(handled.sum())
                .setFailed(failed.sum())
                .setViolating(violating.sum())
                .setRetried(retried.sum())
                .setDeadLettered(deadLettered.sum())
                .setEndToEnd(endToEnd.report())
                .build();
    }
}
