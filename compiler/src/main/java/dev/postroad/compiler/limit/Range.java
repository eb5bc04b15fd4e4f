package dev.postroad.compiler.limit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Numbers from one to another, both included; a side that is absent is open. Integers are {@link BigInteger}s,
 * floating-point numbers {@link Double}s, and the two are never mixed.
 */
record Range(Optional<Object> low, Optional<Object> high) {
    static final Range FINITE = new Range(Optional.of(-Double.MAX_VALUE), Optional.of(Double.MAX_VALUE));

    static Range of(Optional<Object> low, Optional<Object> high) {
        return new Range(low, high);
    }

    static Range upFrom(Object low) {
        return new Range(Optional.of(low), Optional.empty());
    }

    static Range downFrom(Object high) {
        return new Range(Optional.empty(), Optional.of(high));
    }

    /** The next number, so that an excluded bound becomes an included one. */
    static Object above(Object number) {
        return number instanceof BigInteger integer ? integer.add(BigInteger.ONE) : Math.nextUp((Double) number);
    }

    /** The number before. */
    static Object below(Object number) {
        return number instanceof BigInteger integer ? integer.subtract(BigInteger.ONE) : Math.nextDown((Double) number);
    }

    static int compare(Object one, Object other) {
        return one instanceof BigInteger integer && other instanceof BigInteger second
                ? integer.compareTo(second)
                : Double.compare(((Number) one).doubleValue(), ((Number) other).doubleValue());
    }

    /** This range without the infinities. */
    Range finite() {
        var least =
                low.filter(number -> compare(number, -Double.MAX_VALUE) >= 0).or(FINITE::low);
        var most = high.filter(number -> compare(number, Double.MAX_VALUE) <= 0).or(FINITE::high);
        return new Range(least, most);
    }

    boolean holds(Object number) {
        return number instanceof Number
                && low.map(least -> compare(least, number) <= 0).orElse(true)
                && high.map(most -> compare(number, most) <= 0).orElse(true);
    }

    /** Whether each number of some ranges lies in others; no range stands for all numbers. */
    static boolean cover(List<Range> covering, List<Range> covered) {
        var joined = join(covering);
        if (joined.isEmpty()) {
            return true;
        }
        var inner = covered.isEmpty() ? List.of(new Range(Optional.empty(), Optional.empty())) : covered;
        return inner.stream()
                .filter(range -> !range.isEmpty())
                .allMatch(range -> joined.stream().anyMatch(outer -> outer.holds(range)));
    }

    private boolean isEmpty() {
        return low.isPresent() && high.isPresent() && compare(low.get(), high.get()) > 0;
    }

    private boolean holds(Range other) {
        var isLowEnough = low.isEmpty() || other.low.isPresent() && compare(low.get(), other.low.get()) <= 0;
        var isHighEnough = high.isEmpty() || other.high.isPresent() && compare(other.high.get(), high.get()) <= 0;
        return isLowEnough && isHighEnough;
    }

    /** Ranges that touch become one. At most two come in: what lies below a bound, and what lies above another. */
    private static List<Range> join(List<Range> ranges) {
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(range -> range.low.isPresent()));
        if (sorted.size() == 2) {
            var first = sorted.get(0);
            var second = sorted.get(1);
            if (touch(first.high, second.low)) {
                return List.of(new Range(first.low, second.high));
            }
        }
        return sorted;
    }

    private static boolean touch(Optional<Object> high, Optional<Object> low) {
        return high.isPresent() && low.isPresent() && compare(above(high.get()), low.get()) >= 0;
    }
}
