package dev.postroad.compiler.differential;

import build.buf.validate.FieldRules;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values that a contract's rules name, by type: numbers, texts, bytes, times. Rules of CEL are searched for
 * literals.
 *
 * @param formats the names of rules that are set to true, such as {@code email}
 */
record Limits(
        List<Long> integers,
        List<Double> floats,
        List<String> texts,
        List<ByteString> bytes,
        List<Message> times,
        List<String> formats) {
    private static final Pattern LITERAL =
            Pattern.compile("'([^'\\\\]*)'|(?<![\\w.])(-?\\d+)(?![\\w.])|(-?\\d+\\.\\d+)");

    private Limits() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    static Limits of(FieldDescriptor field) {
        var limits = new Limits();
        limits.walk(ValidationRules.of(field));
        limits.expressions(field.getContainingType());
        return limits;
    }

    private void expressions(Descriptor type) {
        var rules = ValidationRules.of(type);
        rules.getCelList().forEach(rule -> literals(rule.getExpression()));
        rules.getCelExpressionList().forEach(this::literals);
    }

    private void walk(Message rules) {
        rules.getAllFields().forEach((field, value) -> {
            if (value instanceof List<?> values) {
                values.forEach(each -> add(field, each));
            } else {
                add(field, value);
            }
        });
    }

    private void add(FieldDescriptor field, Object value) {
        if (field.getName().equals("expression") || field.getName().equals("cel_expression")) {
            literals(value.toString());
        } else if (field.getJavaType() == FieldDescriptor.JavaType.BOOLEAN && value.equals(true)) {
            formats.add(field.getName());
        } else if (value instanceof Number number) {
            integers.add(number.longValue());
            floats.add(number.doubleValue());
        } else if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof ByteString some) {
            bytes.add(some);
        } else if (value instanceof Duration || value instanceof Timestamp) {
            times.add((Message) value);
        } else if (value instanceof Message message) {
            walk(message);
        }
        if (field.getName().equals("well_known_regex")) {
            formats.add("header");
        }
    }

    private void literals(String expression) {
        var matcher = LITERAL.matcher(expression);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                texts.add(matcher.group(1));
            } else if (matcher.group(2) != null && matcher.group(2).length() < 19) {
                integers.add(Long.parseLong(matcher.group(2)));
            } else if (matcher.group(3) != null) {
                floats.add(Double.parseDouble(matcher.group(3)));
            }
        }
    }

    /** Whether the field's own rules ask for nothing. */
    static boolean isFree(FieldDescriptor field) {
        return ValidationRules.of(field).equals(FieldRules.getDefaultInstance());
    }
}
