package dev.postroad.examples.github.activity;

import dev.postroad.examples.github.process.Counted;
import dev.postroad.examples.github.v1.RunConclusion;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How the last hundred runs with a verdict ended. A run that was skipped, cancelled or neutral has none. Used by one
 * thread at a time.
 */
final class RunRecord {
    private static final int RUNS = 100;

    private final Deque<Boolean> successes = new ArrayDeque<>();

    void add(RunConclusion conclusion) {
        switch (conclusion) {
            case RUN_CONCLUSION_SUCCESS -> add(true);
            case RUN_CONCLUSION_FAILURE, RUN_CONCLUSION_TIMED_OUT, RUN_CONCLUSION_STARTUP_FAILURE -> add(false);
            default -> {
                // No verdict.
            }
        }
    }

    private void add(boolean isSuccess) {
        successes.add(isSuccess);
        if (successes.size() > RUNS) {
            successes.remove();
        }
    }

    @Override
    public String toString() {
        var succeeded = successes.stream().filter(success -> success).count();
        return successes.isEmpty()
                ? "no build ended"
                : "%d%% of %s succeeded"
                        .formatted(100 * succeeded / successes.size(), Counted.of(successes.size(), "build", "builds"));
    }
}
