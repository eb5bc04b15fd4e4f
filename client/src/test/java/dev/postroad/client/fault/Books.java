package dev.postroad.client.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledgers of all that a test has started: of each publisher what was stored, of each clerk what it handled. */
final class Books {
    private final Path folder;
    private final List<Path> stored = new ArrayList<>();
    private final List<Path> handled = new ArrayList<>();

    Books(Path folder) {
        this.folder = folder;
    }

    synchronized Path newStored() {
        stored.add(folder.resolve("stored-" + stored.size()));
        return stored.get(stored.size() - 1);
    }

    synchronized Path newHandled() {
        handled.add(folder.resolve("handled-" + handled.size()));
        return handled.get(handled.size() - 1);
    }

    /** The orders that Kafka has acknowledged. */
    Set<String> stored() throws IOException {
        return orders(allStored());
    }

    Set<String> handled() throws IOException {
        return orders(allHandled());
    }

    /** Whether each clerk has handled something. */
    boolean allClerksWork() throws IOException {
        for (var ledger : copy(handled)) {
            if (entries(ledger).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The partitions of which a clerk, counted from 0, has handled something since. */
    Set<Integer> partitionsOf(int clerk, long millis) throws IOException {
        return partitions(entries(copy(handled).get(clerk)), millis);
    }

    /** The partitions of which any clerk has handled something since. */
    Set<Integer> partitionsSince(long millis) throws IOException {
        return partitions(allHandled(), millis);
    }

    private static Set<Integer> partitions(List<Entry> entries, long since) {
        return entries.stream()
                .filter(entry -> entry.millis() > since)
                .map(Entry::partition)
                .collect(Collectors.toSet());
    }

    /** Where a clerk handled an order of a key before an earlier one that it had not handled before. */
    List<String> handledOutOfOrder() throws IOException {
        var found = new ArrayList<String>();
        for (var ledger : copy(handled)) {
            var highest = new HashMap<String, Long>();
            var seen = new HashSet<String>();
            for (var entry : entries(ledger)) {
                var key = entry.partition() + "/" + entry.key();
                // A repetition begins at what was committed, and may go back; what is new goes on.
                if (seen.add(entry.position()) && entry.offset() < highest.getOrDefault(key, -1L)) {
                    found.add("%s of %s".formatted(entry.line(), ledger.getFileName()));
                }
                highest.merge(key, entry.offset(), Math::max);
            }
        }
        return found;
    }

    /** Where an order of a key was stored behind one that was placed after it. */
    List<String> storedOutOfOrder() throws IOException {
        var byKey = allStored().stream()
                .sorted(Comparator.comparingInt(Entry::number))
                .collect(Collectors.groupingBy(Entry::key));
        var found = new ArrayList<String>();
        for (var entries : byKey.values()) {
            for (var next = 1; next < entries.size(); next++) {
                if (entries.get(next).offset() < entries.get(next - 1).offset()) {
                    found.add(entries.get(next).line());
                }
            }
        }
        return found;
    }

    /** The orders that are in the topic more than once. */
    Set<String> storedTwice() throws IOException {
        var positions = new TreeMap<String, Set<String>>();
        Stream.concat(allStored().stream(), allHandled().stream())
                .forEach(entry -> positions
                        .computeIfAbsent(entry.order(), order -> new HashSet<>())
                        .add(entry.position()));
        positions.values().removeIf(places -> places.size() == 1);
        return positions.keySet();
    }

    /** The longest time from the acknowledgement of an order until it was handled first. */
    Duration longestWait() throws IOException {
        var begins = millis(allHandled());
        var longest = 0L;
        for (var order : millis(allStored()).entrySet()) {
            longest = Math.max(longest, begins.getOrDefault(order.getKey(), Long.MAX_VALUE) - order.getValue());
        }
        return Duration.ofMillis(longest);
    }

    private static Map<String, Long> millis(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::order, Entry::millis, Math::min));
    }

    private static Set<String> orders(List<Entry> entries) {
        return entries.stream().map(Entry::order).collect(Collectors.toSet());
    }

    private List<Entry> allStored() throws IOException {
        return all(copy(stored));
    }

    private List<Entry> allHandled() throws IOException {
        return all(copy(handled));
    }

    private synchronized List<Path> copy(List<Path> ledgers) {
        return List.copyOf(ledgers);
    }

    private static List<Entry> all(List<Path> ledgers) throws IOException {
        var all = new ArrayList<Entry>();
        for (var ledger : ledgers) {
            all.addAll(entries(ledger));
        }
        return all;
    }

    private static List<Entry> entries(Path ledger) throws IOException {
        return Files.exists(ledger)
                ? Files.readAllLines(ledger).stream().map(Entry::of).toList()
                : List.of();
    }
}
