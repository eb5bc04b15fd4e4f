package dev.postroad.compiler.style;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ContractOptions;
import dev.postroad.contract.language.ValidationRules;
import java.util.List;
import java.util.Set;

/** Whether a field that is unset can be told from one that holds 0 or an empty text. */
final class Presence {
    private static final Rule PRESENCE = Rule.warning(
                    "field-presence",
                    "A single number, text or bytes field is optional, or a rule says whether it may be 0 or empty",
                    "Otherwise a reader cannot tell what was never set from a value. Key fields, enums and bools are left"
                            + " out: an unset key is refused, and their zero has a meaning of its own.")
            .showing("""
                    // What was paid back, in cents.
                    int64 refund = 2;
                    """, """
                    // What was paid back, in cents. Unset if nothing was.
                    optional int64 refund = 2;
                    // What was paid, in cents. May be 0.
                    int64 paid = 3 [(buf.validate.field).int64.gte = 0];
                    """);

    static final List<Rule> RULES = List.of(PRESENCE);

    /** Rules that leave open whether zero is meant. */
    private static final Set<String> SILENT =
            Set.of("lt", "lte", "max_len", "max_bytes", "finite", "example", "not_contains", "strict");

    private Presence() {}

    static void check(Remarks remarks) {
        for (var field : Elements.fields(remarks.descriptor())) {
            if (!field.isRepeated() && !field.hasPresence() && isPlain(field) && !isKey(field) && !saysSo(field)) {
                remarks.add(
                        PRESENCE,
                        field,
                        "an unset %s cannot be told from %s"
                                .formatted(field.getName(), isNumber(field) ? "0" : "an empty one"),
                        isNumber(field)
                                ? "make it optional, or say by a rule whether it may be 0 (gte: 0, gt: 0)"
                                : "make it optional, or say by a rule that it is never empty (min_len: 1)");
            }
        }
    }

    private static boolean isPlain(FieldDescriptor field) {
        return isNumber(field) || field.getJavaType() == JavaType.STRING || field.getJavaType() == JavaType.BYTE_STRING;
    }

    private static boolean isNumber(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT, LONG, FLOAT, DOUBLE -> true;
            default -> false;
        };
    }

    private static boolean isKey(FieldDescriptor field) {
        return ContractOptions.topic(field.getContainingType())
                .filter(topic -> topic.getKey().equals(field.getName()))
                .isPresent();
    }

    private static boolean saysSo(FieldDescriptor field) {
        var rules = ValidationRules.of(field);
        return rules.getRequired()
                || rules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE
                || rules.getCelCount() > 0
                || rules.getCelExpressionCount() > 0
                || hasTelling(rules);
    }

    private static boolean hasTelling(FieldRules rules) {
        return rules.getAllFields().values().stream()
                .filter(Message.class::isInstance)
                .flatMap(value -> ((Message) value).getAllFields().keySet().stream())
                .anyMatch(rule -> !SILENT.contains(rule.getName()));
    }
}
