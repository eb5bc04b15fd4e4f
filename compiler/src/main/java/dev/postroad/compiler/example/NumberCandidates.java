package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers: usual ones for the field's name, and those about its bounds. */
record NumberCandidates(FieldDescriptor field, @Nullable Message rules, Choice choice, int wanted, Literals literals) {
    List<Object> values() {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        choice.order(Vocabulary.numbers(field.getName())).forEach(numbers::add);
        var bounds = List.of("gt", "gte", "lt", "lte");
        var found = new ArrayList<BigDecimal>();
        bounds.forEach(name -> bound(name).ifPresent(found::add));
        if (found.size() == 2) {
            numbers.add(found.get(0).add(found.get(1)).divide(BigDecimal.valueOf(2), RoundingMode.FLOOR));
            numbers.add(found.get(0).add(found.get(1)).divide(BigDecimal.valueOf(2), 6, RoundingMode.FLOOR));
        }
        found.addAll(literals.numbers());
        for (var bound : found) {
            for (var step = 0; step <= 4; step++) {
                numbers.add(bound.add(BigDecimal.valueOf(step)));
                numbers.add(bound.subtract(BigDecimal.valueOf(step)));
            }
            numbers.add(bound.add(new BigDecimal("0.001")));
            numbers.add(bound.subtract(new BigDecimal("0.001")));
        }
        found.add(BigDecimal.valueOf(1));
        for (var bound : found) {
            for (var step = 0; step < wanted + 40; step++) {
                numbers.add(bound.add(BigDecimal.valueOf(step)));
                numbers.add(bound.subtract(BigDecimal.valueOf(step)));
            }
        }
        return numbers.stream()
                .flatMap(number -> of(field, number).stream())
                .distinct()
                .toList();
    }

    private Optional<BigDecimal> bound(String name) {
        var rule = rules == null ? null : rules.getDescriptorForType().findFieldByName(name);
        return rule == null || rules == null || !rules.hasField(rule)
                ? Optional.empty()
                : number(rule, rules.getField(rule));
    }

    /** A value of a numeric field; empty if it is not finite. */
    static Optional<BigDecimal> number(FieldDescriptor field, Object value) {
        return switch (field.getType()) {
            case UINT32, FIXED32 -> Optional.of(new BigDecimal(Integer.toUnsignedString((Integer) value)));
            case UINT64, FIXED64 -> Optional.of(new BigDecimal(Long.toUnsignedString((Long) value)));
            case FLOAT, DOUBLE ->
                Double.isFinite(((Number) value).doubleValue())
                        ? Optional.of(new BigDecimal(value.toString()))
                        : Optional.empty();
            case INT32, SINT32, SFIXED32, INT64, SINT64, SFIXED64 -> Optional.of(new BigDecimal(value.toString()));
            default -> Optional.empty();
        };
    }

    /** The number as a value of a field; empty if the field cannot hold it. */
    static Optional<Object> of(FieldDescriptor field, BigDecimal number) {
        var whole = number.setScale(0, RoundingMode.FLOOR).toBigInteger();
        return switch (field.getType()) {
            case FLOAT -> Optional.<Object>of(number.floatValue()).filter(value -> Float.isFinite((Float) value));
            case DOUBLE -> Optional.<Object>of(number.doubleValue()).filter(value -> Double.isFinite((Double) value));
            case INT32, SINT32, SFIXED32 -> whole.bitLength() < 32 ? Optional.of(whole.intValue()) : Optional.empty();
            case INT64, SINT64, SFIXED64 -> whole.bitLength() < 64 ? Optional.of(whole.longValue()) : Optional.empty();
            case UINT32, FIXED32 ->
                whole.signum() >= 0 && whole.bitLength() <= 32 ? Optional.of(whole.intValue()) : Optional.empty();
            case UINT64, FIXED64 ->
                whole.signum() >= 0 && whole.bitLength() <= 64 ? Optional.of(whole.longValue()) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
