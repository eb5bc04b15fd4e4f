package dev.postroad.compiler.constraint;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether the values that {@code const} and {@code in} name are accepted by the other rules. */
final class Choices {
    private final Constrained value;
    private final Message rules;

    private Choices(Constrained value, Message rules) {
        this.value = value;
        this.rules = rules;
    }

    static void check(Constrained value, Message rules) {
        var choices = new Choices(value, rules);
        choices.constant();
        choices.listed();
        choices.undefined();
    }

    private void constant() {
        rule("const").ifPresent(constant -> {
            var listed = list("in");
            if (!listed.isEmpty() && !listed.contains(constant)) {
                value.contradiction("const: %s is not in the list of in".formatted(shown(constant)));
            } else if (!listed.isEmpty()) {
                value.useless("beside const, in says nothing", "keep const");
            }
            refusal(constant)
                    .ifPresent(by -> value.contradiction("const: %s is refused by %s".formatted(number(constant), by)));
        });
    }

    private void listed() {
        var seen = new HashSet<>();
        for (var choice : list("in")) {
            if (!seen.add(choice)) {
                value.useless("in names %s twice".formatted(shown(choice)), "name it once");
            } else {
                refusal(choice)
                        .ifPresent(by ->
                                value.contradiction("in names %s, which %s refuses".formatted(number(choice), by)));
            }
        }
    }

    private Optional<String> refusal(Object choice) {
        if (list("not_in").contains(choice)) {
            return Optional.of("not_in");
        }
        var type = rules.getDescriptorForType().findFieldByName("in");
        var typed = type == null ? rules.getDescriptorForType().findFieldByName("const") : type;
        var outside = typed == null
                ? Optional.<String>empty()
                : Quantity.of(typed, choice).flatMap(Range.of(rules)::refuses);
        return outside.or(() -> texts(choice)).or(() -> undefined(choice));
    }

    private Optional<String> texts(Object choice) {
        if (!(choice instanceof String) && !(choice instanceof ByteString)) {
            return Optional.empty();
        }
        var length = Sizes.length(choice);
        var size = bytes(choice).size();
        return size("len", length, 0)
                .or(() -> size("min_len", length, 1))
                .or(() -> size("max_len", length, -1))
                .or(() -> size("len_bytes", size, 0))
                .or(() -> size("min_bytes", size, 1))
                .or(() -> size("max_bytes", size, -1))
                .or(() -> text("prefix", part -> bytes(choice).startsWith(part)))
                .or(() -> text("suffix", part -> bytes(choice).endsWith(part)))
                .or(() -> text("contains", part -> contains(choice, part)))
                .or(() -> text("not_contains", part -> !contains(choice, part)));
    }

    private static boolean contains(Object choice, ByteString part) {
        var whole = bytes(choice);
        for (var at = 0; at + part.size() <= whole.size(); at++) {
            if (whole.substring(at, at + part.size()).equals(part)) {
                return true;
            }
        }
        return false;
    }

    /** A size rule that a length breaks: an exact one (0), a least one (1) or a highest one (-1). */
    private Optional<String> size(String name, long length, int kind) {
        return rule(name)
                .filter(bound -> {
                    var order = Long.compareUnsigned((Long) bound, length);
                    return kind == 0 ? order != 0 : Integer.signum(order) == kind;
                })
                .map(bound -> name + ": " + Long.toUnsignedString((Long) bound));
    }

    private Optional<String> text(String name, Predicate<ByteString> keeps) {
        return rule(name).filter(part -> !keeps.test(bytes(part))).map(part -> name + ": " + shown(part));
    }

    private static ByteString bytes(Object text) {
        return text instanceof ByteString bytes ? bytes : ByteString.copyFromUtf8(text.toString());
    }

    private Optional<String> undefined(Object number) {
        return isEnum()
                        && value.rules().getEnum().getDefinedOnly()
                        && value.type().getEnumType().findValueByNumber((Integer) number) == null
                ? Optional.of("defined_only")
                : Optional.empty();
    }

    private void undefined() {
        var refused = value.rules().getEnum().getNotInList();
        if (isEnum()
                && value.rules().getEnum().getDefinedOnly()
                && value.type().getEnumType().getValues().stream()
                        .allMatch(defined -> refused.contains(defined.getNumber()))) {
            value.contradiction("not_in refuses every value that defined_only accepts");
        }
    }

    private boolean isEnum() {
        return value.type().getJavaType() == JavaType.ENUM && value.rules().hasEnum();
    }

    private Optional<Object> rule(String name) {
        var rule = rules.getDescriptorForType().findFieldByName(name);
        return rule != null && !rule.isRepeated() && rules.hasField(rule)
                ? Optional.of(rules.getField(rule))
                : Optional.empty();
    }

    private List<?> list(String name) {
        var rule = rules.getDescriptorForType().findFieldByName(name);
        return rule != null && rule.isRepeated() ? (List<?>) rules.getField(rule) : List.of();
    }

    /** A number of this value's rules as it may be written, without a sign where its type has none. */
    private String number(Object choice) {
        var unsigned = value.typeCase().orElseThrow().getName().matches("u.*|fixed.*");
        return unsigned && choice instanceof Long number
                ? Long.toUnsignedString(number)
                : unsigned && choice instanceof Integer number32 ? Integer.toUnsignedString(number32) : shown(choice);
    }

    /** A value as it may be written. */
    static String shown(Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value instanceof ByteString bytes) {
            return '"' + TextFormat.escapeBytes(bytes) + '"';
        }
        if (value instanceof Duration duration) {
            return Durations.isValid(duration) ? Durations.toString(duration) : duration.getSeconds() + "s";
        }
        if (value instanceof Timestamp time) {
            return Timestamps.isValid(time) ? Timestamps.toString(time) : time.getSeconds() + "s";
        }
        return value.toString();
    }
}
