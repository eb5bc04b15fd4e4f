package dev.postroad.examples.github.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Points by repository that expire after a while. Used by one thread at a time. */
final class RollingScore {
    private final Clock clock;
    private final Duration window;
    private final Deque<Entry> entries = new ArrayDeque<>();

    RollingScore(Clock clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    void add(String repository, int points) {
        expire();
        entries.add(new Entry(clock.instant(), repository, points));
    }

    int total() {
        expire();
        return entries.stream().mapToInt(Entry::points).sum();
    }

    /** The repository with the most points; empty if there are none. */
    Optional<String> busiest() {
        expire();
        return entries.stream()
                .collect(Collectors.groupingBy(Entry::repository, Collectors.summingInt(Entry::points)))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private void expire() {
        var oldest = clock.instant().minus(window);
        entries.removeIf(entry -> entry.at().isBefore(oldest));
    }

    private record Entry(Instant at, String repository, int points) {}
}
