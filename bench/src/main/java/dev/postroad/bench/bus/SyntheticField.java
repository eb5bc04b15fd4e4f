package dev.postroad.bench.bus;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a synthetic contract.
 *
 * @param rule a rule of protovalidate, such as {@code int64.gte = 0}; empty for none
 * @param expression a CEL expression that must hold; empty for none
 * @param personal whether it is marked as personal data
 */
record SyntheticField(
        int number, String type, String name, String comment, String rule, String expression, boolean personal) {
    private static final Set<String> SCALARS =
            Set.of("string", "bytes", "bool", "int32", "int64", "uint32", "double", "float");

    boolean hasRules() {
        return !rule.isEmpty() || !expression.isEmpty();
    }

    SyntheticField named(String other) {
        return new SyntheticField(number, type, other, comment, rule, expression, personal);
    }

    SyntheticField typed(String other) {
        return new SyntheticField(number, other, name, comment, "", "", personal);
    }

    SyntheticField ruled(String other) {
        return new SyntheticField(number, type, name, comment, other, expression, personal);
    }

    /** The file that the type comes from, if it is another. */
    Optional<String> importedFile() {
        if (type.startsWith("google.protobuf.")) {
            return Optional.of("google/protobuf/" + afterLastDot().toLowerCase(Locale.ROOT) + ".proto");
        }
        return type.contains(".") ? Optional.of(SharedType.fileOf(type)) : Optional.empty();
    }

    private String afterLastDot() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The field as the language writes it, with its comment, indented by two. */
    String source() {
        var options = new ArrayList<String>();
        if (!rule.isEmpty()) {
            options.add("(buf.validate.field)." + rule);
        }
        if (!expression.isEmpty()) {
            options.add("(buf.validate.field).cel = {id: \"%s\" message: \"%s is out of its range\" expression: \"%s\"}"
                    .formatted(name, name, expression));
        }
        if (personal) {
            options.add("(postroad.personal_data) = true");
        }
        return "  // %s\n  %s%s %s = %d%s;\n"
                .formatted(
                        comment,
                        SCALARS.contains(type) ? "optional " : "",
                        type,
                        name,
                        number,
                        options.isEmpty() ? "" : " [" + String.join(", ", options) + "]");
    }
}
