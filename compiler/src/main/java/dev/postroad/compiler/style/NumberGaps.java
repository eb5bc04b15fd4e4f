package dev.postroad.compiler.style;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.remark.Remarks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Whether each number below a message's highest is used or reserved. */
final class NumberGaps {
    private static final Rule GAP = Rule.warning(
                    "field-number-gap",
                    "A field number that is left out is reserved",
                    "A gap is mostly a deleted field. Who uses its number again reads old records wrongly, and nothing"
                            + " refuses it.")
            .showing("""
                    // What the order costs, in cents.
                    optional int64 total = 3;
                    """, """
                    reserved 2;

                    // What the order costs, in cents.
                    optional int64 total = 3;
                    """);

    static final List<Rule> RULES = List.of(GAP);

    /** Beyond it numbers are given by another scheme than one after the other. */
    private static final int HIGHEST = 100_000;

    private static final int RESERVED_BY_PROTOBUF_FROM = 19_000;
    private static final int RESERVED_BY_PROTOBUF_TO = 20_000;

    private NumberGaps() {}

    static void check(Remarks remarks) {
        for (var message : Elements.messages(remarks.descriptor())) {
            var gaps = gaps(message);
            if (!gaps.isEmpty()) {
                remarks.add(
                        GAP,
                        message,
                        "of %s's numbers %s are neither used nor reserved".formatted(message.getName(), words(gaps)),
                        "add 'reserved %s;'".formatted(String.join(", ", gaps)));
            }
        }
    }

    private static String words(List<String> gaps) {
        return gaps.size() > 8 ? String.join(", ", gaps.subList(0, 8)) + " and others" : String.join(", ", gaps);
    }

    private static List<String> gaps(Descriptor message) {
        var taken = taken(message);
        var highest = message.getFields().stream()
                .mapToInt(FieldDescriptor::getNumber)
                .filter(number -> number < HIGHEST)
                .max()
                .orElse(0);
        var gaps = new ArrayList<String>();
        for (var from = taken.nextClearBit(1); from < highest; from = taken.nextClearBit(from)) {
            var to = taken.nextSetBit(from) - 1;
            gaps.add(from == to ? String.valueOf(from) : from + " to " + to);
            from = to + 1;
        }
        return gaps;
    }

    private static BitSet taken(Descriptor message) {
        var taken = new BitSet();
        taken.set(RESERVED_BY_PROTOBUF_FROM, RESERVED_BY_PROTOBUF_TO);
        message.getFields().stream()
                .mapToInt(FieldDescriptor::getNumber)
                .filter(number -> number < HIGHEST)
                .forEach(taken::set);
        var proto = message.toProto();
        proto.getReservedRangeList().forEach(range -> set(taken, range.getStart(), range.getEnd()));
        proto.getExtensionRangeList().forEach(range -> set(taken, range.getStart(), range.getEnd()));
        return taken;
    }

    private static void set(BitSet taken, int from, int to) {
        taken.set(Math.min(from, HIGHEST), Math.min(to, HIGHEST));
    }
}
