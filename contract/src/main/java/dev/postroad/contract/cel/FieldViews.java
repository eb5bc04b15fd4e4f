package dev.postroad.contract.cel;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * Fields of generated messages with several values, as the lists and maps that expressions have: 32-bit numbers are
 * widened and enums are numbers. Lists are views; maps whose keys or values differ are copies.
 */
public final class FieldViews {
    private FieldViews() {}

    /** Signed numbers. */
    public static List<Long> signed(List<Integer> numbers) {
        return new View<>(numbers, FieldViews::signedOne);
    }

    /** Unsigned numbers. */
    public static List<Long> unsigned(List<Integer> numbers) {
        return new View<>(numbers, FieldViews::unsignedOne);
    }

    /** Floating-point numbers. */
    public static List<Double> doubles(List<Float> numbers) {
        return new View<>(numbers, FieldViews::doubleOne);
    }

    /** The numbers of enum values. */
    public static List<Long> numbers(List<? extends ProtocolMessageEnum> values) {
        return new View<>(values, FieldViews::numberOne);
    }

    /** A map with other keys and values. */
    public static <K, V> Map<Object, Object> map(
            Map<K, V> map, Function<? super K, ?> key, Function<? super V, ?> value) {
        var result = new HashMap<Object, Object>();
        map.forEach((k, v) -> result.put(key.apply(k), value.apply(v)));
        return result;
    }

    /** A signed number. */
    public static Long signedOne(Integer number) {
        return (long) number;
    }

    /** An unsigned number. */
    public static Long unsignedOne(Integer number) {
        return Integer.toUnsignedLong(number);
    }

    /** A floating-point number. */
    public static Double doubleOne(Float number) {
        return (double) number;
    }

    /** The number of an enum value. */
    public static Long numberOne(ProtocolMessageEnum value) {
        return (long) value.getNumber();
    }

    /** A value that needs no change. */
    public static <T> T same(T value) {
        return value;
    }

    private static final class View<F, T> extends AbstractList<T> implements RandomAccess {
        private final List<? extends F> values;
        private final Function<F, T> change;

        View(List<? extends F> values, Function<F, T> change) {
            this.values = values;
            this.change = change;
        }

        @Override
        public T get(int index) {
            return change.apply(values.get(index));
        }

        @Override
        public int size() {
            return values.size();
        }
    }
}
