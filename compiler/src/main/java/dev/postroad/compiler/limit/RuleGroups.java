package dev.postroad.compiler.limit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the rules of a field's type, those together that limit the same thing. */
final class RuleGroups {
    private static final List<Set<String>> SIZES = List.of(
            Set.of("len", "min_len", "max_len"),
            Set.of("len_bytes", "min_bytes", "max_bytes"),
            Set.of("min_items", "max_items"),
            Set.of("min_pairs", "max_pairs"));

    private final Map<String, Object> before;
    private final Map<String, Object> after;
    private final List<ConstraintDifference> differences = new ArrayList<>();

    /** Rules to compare; those whose values are rules themselves have been taken out. */
    RuleGroups(Map<String, Object> before, Map<String, Object> after) {
        this.before = new TreeMap<>(before);
        this.after = new TreeMap<>(after);
    }

    List<ConstraintDifference> differences() {
        var old = take(before, ValueSet.RULES);
        var fresh = take(after, ValueSet.RULES);
        var oldSet = ValueSet.of(old);
        var newSet = ValueSet.of(fresh);
        add(Direction.of(newSet.holds(oldSet), oldSet.holds(newSet)), old, fresh);
        for (var size : SIZES) {
            size(take(before, size), take(after, size));
        }
        formats();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            var was = Optional.ofNullable(before.get(name));
            var is = Optional.ofNullable(after.get(name));
            add(
                    SingleRule.direction(name, was, is),
                    was.map(value -> Map.of(name, value)).orElse(Map.of()),
                    is.map(value -> Map.of(name, value)).orElse(Map.of()));
        }
        return differences;
    }

    private void size(Map<String, Object> old, Map<String, Object> fresh) {
        var oldSize = List.of(range(old));
        var newSize = List.of(range(fresh));
        add(Direction.of(Range.cover(newSize, oldSize), Range.cover(oldSize, newSize)), old, fresh);
    }

    private static Range range(Map<String, Object> rules) {
        Optional<Object> low = Optional.of(BigInteger.ZERO);
        Optional<Object> high = Optional.empty();
        for (var rule : rules.entrySet()) {
            var number = Optional.of(rule.getValue());
            low = rule.getKey().startsWith("max") ? low : number;
            high = rule.getKey().startsWith("min") ? high : number;
        }
        return Range.of(low, high);
    }

    private void formats() {
        var old = take(before, WellKnownFormat.NAMES);
        var fresh = take(after, WellKnownFormat.NAMES);
        add(WellKnownFormat.direction(old.keySet(), fresh.keySet()), old, fresh);
    }

    private static Map<String, Object> take(Map<String, Object> rules, Set<String> names) {
        var taken = new TreeMap<String, Object>();
        for (var name : names) {
            var value = rules.remove(name);
            if (value != null) {
                taken.put(name, value);
            }
        }
        return taken;
    }

    private void add(Direction direction, Map<String, Object> old, Map<String, Object> fresh) {
        if (direction != Direction.EQUAL) {
            differences.add(new ConstraintDifference(direction, text(old, fresh)));
        }
    }

    private static String text(Map<String, Object> old, Map<String, Object> fresh) {
        var oldTexts = texts(old);
        var newTexts = texts(fresh);
        var kept = new LinkedHashSet<>(oldTexts);
        kept.retainAll(newTexts);
        oldTexts.removeAll(kept);
        newTexts.removeAll(kept);
        if (oldTexts.isEmpty()) {
            return String.join(", ", newTexts) + " is new";
        }
        return String.join(", ", oldTexts)
                + (newTexts.isEmpty() ? " is gone" : " is now " + String.join(", ", newTexts));
    }

    private static List<String> texts(Map<String, Object> rules) {
        var texts = new ArrayList<String>();
        rules.forEach((name, value) -> texts.add(
                Boolean.TRUE.equals(value) && !name.equals("const") ? name : name + ": " + RuleText.of(value)));
        return texts;
    }
}
