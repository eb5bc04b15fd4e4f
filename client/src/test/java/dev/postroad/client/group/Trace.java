package dev.postroad.client.group;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.stream.Collectors;

/** What happened last in a run, for whoever looks for a failure's cause. */
final class Trace {
    private static final int KEPT = 300;

    private final Steps steps;
    private final ArrayDeque<Event> last = new ArrayDeque<>();

    private record Event(long nanos, String who, String what, Object whom, Object more) {
        @Override
        public String toString() {
            return "%s %s %s %s %s".formatted(Duration.ofNanos(nanos), who, what, whom, more);
        }
    }

    Trace(Steps steps) {
        this.steps = steps;
    }

    /** What is told is turned into text only if somebody reads it. */
    void tell(String who, String what, Object whom, Object more) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(new Event(steps.nanos(), who, what, whom, more));
    }

    @Override
    public String toString() {
        return last.stream().map(Event::toString).collect(Collectors.joining("\n"));
    }
}
