package dev.postroad.compiler.automaton;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of code points, unpaired surrogates among them.
 *
 * @param ranges in ascending order, with a gap between any two
 */
public record CodePoints(List<Range> ranges) {
    public static final CodePoints NONE = new CodePoints(List.of());
    public static final CodePoints ALL = range(0, Character.MAX_CODE_POINT);

    public CodePoints {
        ranges = List.copyOf(ranges);
    }

    /** From the first to the last code point, both included. */
    public record Range(int first, int last) {
        public Range {
            if (last < first) {
                throw new IllegalArgumentException("the range U+%04X to U+%04X is empty".formatted(first, last));
            }
        }

        int count() {
            return last - first + 1;
        }
    }

    public static CodePoints of(int codePoint) {
        return range(codePoint, codePoint);
    }

    public static CodePoints range(int first, int last) {
        return new CodePoints(List.of(new Range(first, last)));
    }

    /** The code points of any of the sets. */
    public static CodePoints union(Collection<CodePoints> sets) {
        var sorted = sets.stream()
                .flatMap(set -> set.ranges.stream())
                .sorted(Comparator.comparingInt(Range::first))
                .toList();
        var joined = new ArrayList<Range>();
        for (var range : sorted) {
            var end = joined.size() - 1;
            if (joined.isEmpty() || joined.get(end).last() + 1 < range.first()) {
                joined.add(range);
            } else if (joined.get(end).last() < range.last()) {
                joined.set(end, new Range(joined.get(end).first(), range.last()));
            }
        }
        return new CodePoints(joined);
    }

    public CodePoints or(CodePoints other) {
        return union(List.of(this, other));
    }

    /** All code points but these. */
    public CodePoints complement() {
        var gaps = new ArrayList<Range>();
        var from = 0;
        for (var range : ranges) {
            if (from < range.first()) {
                gaps.add(new Range(from, range.first() - 1));
            }
            from = range.last() + 1;
        }
        if (from <= Character.MAX_CODE_POINT) {
            gaps.add(new Range(from, Character.MAX_CODE_POINT));
        }
        return new CodePoints(gaps);
    }

    /** These but not the others. */
    public CodePoints without(CodePoints others) {
        return complement().or(others).complement();
    }

    public boolean contains(int codePoint) {
        var low = 0;
        var high = ranges.size();
        while (low < high) {
            var middle = (low + high) / 2;
            if (ranges.get(middle).last() < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < ranges.size() && ranges.get(low).first() <= codePoint;
    }

    /** The code point before which there are so many. */
    public int get(int number) {
        var rest = number;
        for (var range : ranges) {
            if (rest < range.count()) {
                return range.first() + rest;
            }
            rest -= range.count();
        }
        throw new IndexOutOfBoundsException(number);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many code points there are. */
    public int count() {
        return ranges.stream().mapToInt(Range::count).sum();
    }
}
