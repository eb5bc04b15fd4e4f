package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

/** The integer types: which are written alike, and what each can hold. */
final class Numbers {
    private static final Set<Set<Type>> ALIKE = Set.of(
            Set.of(Type.INT32, Type.UINT32, Type.INT64, Type.UINT64, Type.BOOL, Type.ENUM),
            Set.of(Type.SINT32, Type.SINT64),
            Set.of(Type.FIXED32, Type.SFIXED32),
            Set.of(Type.FIXED64, Type.SFIXED64));

    private static final Span SIGNED_32 = new Span(BigInteger.TWO.pow(31).negate(), BigInteger.TWO.pow(31));
    private static final Span SIGNED_64 = new Span(BigInteger.TWO.pow(63).negate(), BigInteger.TWO.pow(63));
    private static final Span UNSIGNED_32 = new Span(BigInteger.ZERO, BigInteger.TWO.pow(32));
    private static final Span UNSIGNED_64 = new Span(BigInteger.ZERO, BigInteger.TWO.pow(64));

    private static final Map<Type, Span> SPANS = Map.ofEntries(
            Map.entry(Type.INT32, SIGNED_32),
            Map.entry(Type.SINT32, SIGNED_32),
            Map.entry(Type.SFIXED32, SIGNED_32),
            Map.entry(Type.ENUM, SIGNED_32),
            Map.entry(Type.INT64, SIGNED_64),
            Map.entry(Type.SINT64, SIGNED_64),
            Map.entry(Type.SFIXED64, SIGNED_64),
            Map.entry(Type.UINT32, UNSIGNED_32),
            Map.entry(Type.FIXED32, UNSIGNED_32),
            Map.entry(Type.UINT64, UNSIGNED_64),
            Map.entry(Type.FIXED64, UNSIGNED_64),
            Map.entry(Type.BOOL, new Span(BigInteger.ZERO, BigInteger.TWO)));

    private static final Span NOTHING = new Span(BigInteger.ZERO, BigInteger.ZERO);

    private Numbers() {}

    /** From a number to another, the last one excluded. */
    private record Span(BigInteger start, BigInteger end) {
        boolean holds(Span other) {
            return start.compareTo(other.start) <= 0 && end.compareTo(other.end) >= 0;
        }
    }

    static boolean areAlike(Type one, Type other) {
        return ALIKE.stream().anyMatch(types -> types.contains(one) && types.contains(other));
    }

    /** Whether a type holds each value of another. */
    static boolean holds(Type outer, Type inner) {
        return SPANS.getOrDefault(outer, NOTHING).holds(SPANS.getOrDefault(inner, NOTHING));
    }

    /** What JSON has for the type. */
    static String json(Type type) {
        return switch (type) {
            case BOOL -> "true or false";
            case ENUM -> "a name";
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> "a text of digits";
            default -> "a number";
        };
    }
}
