package dev.postroad.client.serialization;

import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.Contract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts messages that break their contract and are let through. The first is logged, and then one a minute at most: by
 * fields and rules, since the sentence of a rule may hold a value. Safe for use by several threads.
 */
final class ViolationLog {
    private static final Logger LOG = LoggerFactory.getLogger(ViolationLog.class);
    private static final Duration SILENT_FOR = Duration.ofMinutes(1);

    private final String sentence;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();
    private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

    /** A log without entries, each of which will be a sentence. */
    ViolationLog(String sentence, Clock clock) {
        this.sentence = sentence;
        this.clock = clock;
    }

    void add(Contract contract, List<Violation> violations) {
        var total = count.incrementAndGet();
        var now = clock.instant();
        var until = silentUntil.get();
        if (now.isBefore(until) || !silentUntil.compareAndSet(until, now.plus(SILENT_FOR))) {
            return;
        }
        LOG.atWarn()
                .addKeyValue("topic", contract.kafkaTopic())
                .addKeyValue(
                        "broken", violations.stream().map(ViolationLog::rule).collect(Collectors.joining(", ")))
                .addKeyValue("count", total)
                .log(sentence);
    }

    private static String rule(Violation violation) {
        return violation.field().isEmpty() ? violation.rule() : violation.field() + ' ' + violation.rule();
    }

    long count() {
        return count.get();
    }
}
