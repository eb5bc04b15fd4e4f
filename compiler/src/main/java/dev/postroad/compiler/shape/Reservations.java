package dev.postroad.compiler.shape;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers of a message that nothing may have again.
 *
 * @param ranges those that it reserves
 * @param declared those in its ranges of extensions, which can be reserved only by a declaration there
 */
record Reservations(List<NumberRange> ranges, List<NumberRange> declared) {
    static Reservations of(DescriptorProto message) {
        return new Reservations(
                message.getReservedRangeList().stream()
                        .map(range -> new NumberRange(range.getStart(), range.getEnd()))
                        .toList(),
                message.getExtensionRangeList().stream()
                        .flatMap(range -> range.getOptions().getDeclarationList().stream())
                        .filter(declared -> declared.getReserved())
                        .map(declared -> new NumberRange(declared.getNumber(), declared.getNumber() + 1))
                        .toList());
    }

    boolean hold(int number) {
        return new NumberRange(number, number + 1).without(all()).isEmpty();
    }

    /** What is left of some ranges outside of all that is reserved. */
    List<NumberRange> freeOf(List<NumberRange> others) {
        return others.stream().flatMap(range -> range.without(all()).stream()).toList();
    }

    private List<NumberRange> all() {
        return Stream.concat(ranges.stream(), declared.stream()).toList();
    }
}
