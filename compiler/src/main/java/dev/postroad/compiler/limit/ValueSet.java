package dev.postroad.compiler.limit;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values that {@code const}, {@code in}, {@code not_in}, the bounds and {@code finite} accept together.
 *
 * @param only the values that are listed; empty if there is no list
 * @param except the values that are excluded one by one
 * @param ranges where a value must lie, apart from each other; empty if anywhere
 * @param acceptsNaN whether the floating-point value that is no number passes
 */
record ValueSet(Optional<Set<Object>> only, Set<Object> except, List<Range> ranges, boolean acceptsNaN) {
    /** The rules that the set is made of. */
    static final Set<String> RULES = Set.of("const", "in", "not_in", "lt", "lte", "gt", "gte", "finite");

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    static ValueSet of(Map<String, Object> rules) {
        var ranges = ranges(rules);
        var constant = Optional.ofNullable(rules.get("const")).map(value -> values(List.of(value)));
        var listed = Optional.ofNullable(rules.get("in")).map(ValueSet::values);
        var only = constant.isPresent() && listed.isPresent()
                ? constant.map(set -> intersection(set, listed.get()))
                : constant.or(() -> listed);
        return new ValueSet(
                only,
                Optional.ofNullable(rules.get("not_in")).map(ValueSet::values).orElse(Set.of()),
                ranges,
                ranges.isEmpty() && only.isEmpty());
    }

    /** Whether each value of another set is in this one. */
    boolean holds(ValueSet other) {
        if (other.only.isPresent()) {
            return other.only.get().stream().filter(other::accepts).allMatch(this::accepts);
        }
        return only.isEmpty()
                && (acceptsNaN || !other.acceptsNaN)
                && except.stream().noneMatch(other::accepts)
                && Range.cover(ranges, other.ranges);
    }

    private boolean accepts(Object value) {
        return only.map(set -> set.contains(value)).orElse(true)
                && !except.contains(value)
                && (ranges.isEmpty() || ranges.stream().anyMatch(range -> range.holds(value)));
    }

    private static Set<Object> intersection(Set<Object> one, Set<Object> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    private static Set<Object> values(Object list) {
        return ((Collection<?>) list).stream().map(ValueSet::value).collect(Collectors.toCollection(HashSet::new));
    }

    /** Bounds in which the lower one is not below the upper one accept what lies outside of them. */
    private static List<Range> ranges(Map<String, Object> rules) {
        var low = bound(rules, "gt").map(Range::above).or(() -> bound(rules, "gte"));
        var high = bound(rules, "lt").map(Range::below).or(() -> bound(rules, "lte"));
        var ranges = new ArrayList<Range>();
        if (low.isPresent() && high.isPresent() && isInverted(rules)) {
            ranges.add(Range.downFrom(high.get()));
            ranges.add(Range.upFrom(low.get()));
        } else if (low.isPresent() || high.isPresent()) {
            ranges.add(Range.of(low, high));
        }
        if (!rules.containsKey("finite")) {
            return List.copyOf(ranges);
        }
        return ranges.isEmpty()
                ? List.of(Range.FINITE)
                : ranges.stream().map(Range::finite).toList();
    }

    private static boolean isInverted(Map<String, Object> rules) {
        var low = bound(rules, "gt").or(() -> bound(rules, "gte"));
        var high = bound(rules, "lt").or(() -> bound(rules, "lte"));
        return Range.compare(low.orElseThrow(), high.orElseThrow()) > 0;
    }

    private static Optional<Object> bound(Map<String, Object> rules, String rule) {
        return Optional.ofNullable(rules.get(rule)).map(ValueSet::value);
    }

    /** Numbers of all widths become one kind, so that they can be compared. */
    private static Object value(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return BigInteger.valueOf(((Number) value).longValue());
        }
        if (value instanceof Float || value instanceof Double) {
            // The sum makes negative zero positive.
            return ((Number) value).doubleValue() + 0.0;
        }
        if (value instanceof Duration duration) {
            return nanos(duration.getSeconds(), duration.getNanos());
        }
        if (value instanceof Timestamp timestamp) {
            return nanos(timestamp.getSeconds(), timestamp.getNanos());
        }
        return value;
    }

    private static BigInteger nanos(long seconds, int nanos) {
        return BigInteger.valueOf(seconds).multiply(NANOS).add(BigInteger.valueOf(nanos));
    }
}
