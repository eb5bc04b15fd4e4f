package dev.postroad.compiler.shape;

import java.util.ArrayList;
import java.util.List;

/** Field numbers from one to another, the last one excluded. */
record NumberRange(long start, long end) {
    /** What is left of this range when others are taken out. */
    List<NumberRange> without(List<NumberRange> others) {
        var left = List.of(this);
        for (var other : others) {
            var next = new ArrayList<NumberRange>();
            for (var range : left) {
                if (other.end <= range.start || other.start >= range.end) {
                    next.add(range);
                } else {
                    add(next, range.start, other.start);
                    add(next, other.end, range.end);
                }
            }
            left = next;
        }
        return left;
    }

    private static void add(List<NumberRange> ranges, long start, long end) {
        if (start < end) {
            ranges.add(new NumberRange(start, end));
        }
    }

    /** As Protobuf writes it, with the last number included. */
    @Override
    public String toString() {
        return end - start == 1 ? String.valueOf(start) : start + " to " + (end - 1);
    }
}
