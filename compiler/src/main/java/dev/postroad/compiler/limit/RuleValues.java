package dev.postroad.compiler.limit;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import com.google.protobuf.Message;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a field's type as names and values, so that rules of different types can be compared. */
final class RuleValues {
    private RuleValues() {}

    /** The rules of the type, such as {@code lte: 5}; a flag that is false is left out, and so are examples. */
    static Map<String, Object> of(FieldRules rules) {
        var values = new TreeMap<String, Object>();
        var typed = typed(rules);
        if (typed != null) {
            typed.getAllFields().forEach((rule, value) -> {
                if (says(rule, value)) {
                    values.put(name(rule), unsigned(rule, value));
                }
            });
            if (!typed.getUnknownFields().asMap().isEmpty()) {
                values.put(
                        "rules of its own", typed.getUnknownFields().toString().strip());
            }
        }
        return values;
    }

    /** A flag speaks when it differs from its default: {@code strict} is on unless it is said to be off. */
    private static boolean says(FieldDescriptor rule, Object value) {
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

    private static @Nullable Message typed(FieldRules rules) {
        return (Message) rules.getAllFields().entrySet().stream()
                .filter(entry -> entry.getKey().getContainingOneof() != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Object unsigned(FieldDescriptor rule, Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(element -> unsigned(rule, element)).toList();
        }
        var type = rule.getType();
        if (value instanceof Long number && (type == Type.UINT64 || type == Type.FIXED64)) {
            return new BigInteger(Long.toUnsignedString(number));
        }
        if (value instanceof Integer number && (type == Type.UINT32 || type == Type.FIXED32)) {
            return BigInteger.valueOf(Integer.toUnsignedLong(number));
        }
        return value;
    }
}
