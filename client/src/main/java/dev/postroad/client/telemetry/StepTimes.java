package dev.postroad.client.telemetry;

import dev.postroad.contract.report.StepTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;

/**
 * How long records took for each step: one in 64, and the first that a poll brings, so that a quiet topic has its times
 * as well. Safe for use by several threads.
 */
public final class StepTimes {
    /** One record in so many is timed; a power of 2. */
    public static final int SAMPLED = 64;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Step, Times> steps = new EnumMap<>(Step.class);

    /**
     * Times of some steps.
     *
     * @param listeners told each time in seconds
     */
    StepTimes(Map<Step, DoubleConsumer> listeners) {
        listeners.forEach((step, listener) -> steps.put(step, new Times(listener)));
    }

    /** Counts how long a record took; one of the steps that this was made for. */
    public void add(Step step, long nanos) {
        var times = steps.get(step);
        if (times == null) {
            throw new IllegalArgumentException("%s is none of %s".formatted(step, steps.keySet()));
        }
        times.add(Math.max(0, nanos));
    }

    /** The times up to now. */
    public List<StepTime> report() {
        return steps.entrySet().stream()
                .map(step -> step.getValue().report(step.getKey().label()))
                .toList();
    }

    private static final class Times {
        private final DoubleConsumer listener;
        private final Durations durations = new Durations();
        private final LongAdder nanos = new LongAdder();

        Times(DoubleConsumer listener) {
            this.listener = listener;
        }

        void add(long time) {
            durations.add(time);
            nanos.add(time);
            listener.accept(time / NANOS_PER_SECOND);
        }

        StepTime report(String step) {
            return StepTime.newBuilder()
                    .setStep(step)
                    .setTimes(durations.report())
                    .setTotalSeconds(nanos.sum() / NANOS_PER_SECOND)
                    .build();
        }
    }
}
