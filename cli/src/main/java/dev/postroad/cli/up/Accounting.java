package dev.postroad.cli.up;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Waits until a demo that runs once is over and all of its messages are consumed. Used by the command's thread. */
final class Accounting {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** How long subscribers may take after the last message. */
    private static final Duration CONSUMED_WITHIN = Duration.ofSeconds(30);

    /** Processes print their results now and then; after this pause the last ones are about all messages. */
    private static final Duration SETTLE = Duration.ofMillis(1_500);

    private final RunningBus running;
    private final Stop stop;

    Accounting(RunningBus running, Stop stop) {
        this.running = running;
        this.stop = stop;
    }

    /** What is not accounted for in the end; nothing if every accepted message was consumed by every subscriber. */
    List<String> missing() {
        awaitFeeds();
        var verdict = verdict();
        var deadline = Instant.now().plus(CONSUMED_WITHIN);
        while (!verdict.isComplete()
                && failures().isEmpty()
                && Instant.now().isBefore(deadline)
                && !stop.awaitFor(LOOK_EVERY)) {
            verdict = verdict();
        }
        if (verdict.isComplete()) {
            var unused = stop.awaitFor(SETTLE);
        }
        var missing = new ArrayList<>(failures());
        missing.addAll(verdict.missing());
        return missing;
    }

    private void awaitFeeds() {
        while (running.processes().stream().anyMatch(Accounting::isFeeding)
                && failures().isEmpty()
                && !stop.awaitFor(LOOK_EVERY)) {
            // The reports are read while they come, so that none is lost to the window of the table.
            var unused = running.sampler().sample();
        }
    }

    private static boolean isFeeding(Processes.Running process) {
        return endsByItself(process) && process.exitCode().isEmpty();
    }

    private static boolean endsByItself(Processes.Running process) {
        return !process.declared().onceArguments().isEmpty();
    }

    /** What went wrong: a broker that has died, a feed that failed, a subscriber that ended. */
    private List<String> failures() {
        var failures = new ArrayList<String>();
        running.brokerFailure().map("the broker has ended: "::concat).ifPresent(failures::add);
        for (var process : running.processes()) {
            var code = process.exitCode();
            if (code.isPresent() && !(endsByItself(process) && code.get() == 0)) {
                failures.add("%s: %s".formatted(process.declared().name(), running.state(process)));
            }
        }
        return failures;
    }

    private OnceVerdict verdict() {
        return OnceVerdict.of(
                running.before(), running.sampler().offsets(), running.sampler().sample());
    }
}
