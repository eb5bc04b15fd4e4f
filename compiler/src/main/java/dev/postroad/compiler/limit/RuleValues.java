package dev.postroad.compiler.limit;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.postroad.contract.language.ValidationRules;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Reads the rules of a field's type as names and values, so that rules of different types can be compared. */
final class RuleValues {
    private RuleValues() {}

    /** A message that a predefined rule has as its value; each side of a comparison has a type of its own for it. */
    private record Written(String text) {
        static Written of(Message message) {
            return new Written(TextFormat.printer().emittingSingleLine(true).printToString(message));
        }

        @Override
        public String toString() {
            return "{ " + text + " }";
        }
    }

    /** The rules of the type, such as {@code lte: 5}; a flag that is false is left out, and so are examples. */
    static Map<String, Object> of(FieldRules rules) {
        var values = new TreeMap<String, Object>();
        ValidationRules.ofType(rules).ifPresent(typed -> {
            typed.getAllFields().forEach((rule, value) -> {
                if (says(rule, value)) {
                    values.put(name(rule), comparable(rule, value));
                    predefined(rule, values);
                }
            });
            if (!typed.getUnknownFields().asMap().isEmpty()) {
                values.put(
                        "rules of its own", typed.getUnknownFields().toString().strip());
            }
        });
        return values;
    }

    /**
     * A flag speaks when it differs from its default: {@code strict} is on unless it is said to be off, and what a
     * predefined one means is anyone's guess.
     */
    private static boolean says(FieldDescriptor rule, Object value) {
        if (rule.isExtension()) {
            return true;
        }
        return switch (rule.getName()) {
            case "example" -> false;
            case "strict" -> Boolean.FALSE.equals(value);
            case "const" -> true;
            default -> !Boolean.FALSE.equals(value);
        };
    }

    private static String name(FieldDescriptor rule) {
        return rule.isExtension() ? "(" + rule.getFullName() + ")" : rule.getName();
    }

    /** What a predefined rule says is part of it, wherever it is written. */
    private static void predefined(FieldDescriptor rule, Map<String, Object> values) {
        if (rule.isExtension()) {
            for (var cel : ValidationRules.predefined(rule).getCelList()) {
                values.put(
                        "cel %s of %s".formatted(cel.getId(), name(rule)),
                        cel.getExpression().strip());
            }
        }
    }

    private static Object comparable(FieldDescriptor rule, Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(element -> comparable(rule, element)).toList();
        }
        var type = rule.getType();
        if (value instanceof Long number && (type == Type.UINT64 || type == Type.FIXED64)) {
            return new BigInteger(Long.toUnsignedString(number));
        }
        if (value instanceof Integer number && (type == Type.UINT32 || type == Type.FIXED32)) {
            return BigInteger.valueOf(Integer.toUnsignedLong(number));
        }
        if (rule.isExtension() && value instanceof EnumValueDescriptor choice) {
            return choice.getNumber();
        }
        return rule.isExtension() && value instanceof Message message ? Written.of(message) : value;
    }
}
