package dev.postroad.compiler.constraint;

import build.buf.validate.Rule;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.remark.Remarks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether CEL rules can be told apart and say what they want. */
final class Expressions {
    /** A rule that yields a text says itself what is wrong: one branch of it is a literal. */
    private static final Pattern YIELDS_TEXT = Pattern.compile("(?s).*\\?.*[\"'].*");

    private final Remarks remarks;
    private final GenericDescriptor element;

    Expressions(Remarks remarks, GenericDescriptor element) {
        this.remarks = remarks;
        this.element = element;
    }

    void check(List<Rule> rules) {
        var ids = new HashSet<String>();
        for (var rule : rules) {
            id(rule, ids);
            message(rule);
        }
    }

    private void id(Rule rule, Set<String> ids) {
        if (rule.getId().isEmpty()) {
            remarks.add(
                    ConstraintRules.CEL_ID,
                    element,
                    "a CEL rule of %s has no id".formatted(element.getName()),
                    "add id: \"<message>.<what it asks for>\"");
        } else if (!ids.add(rule.getId())) {
            remarks.add(
                    ConstraintRules.CEL_ID,
                    element,
                    "two CEL rules of %s have the id '%s'".formatted(element.getName(), rule.getId()),
                    "give each an id of its own");
        }
    }

    private void message(Rule rule) {
        if (rule.getMessage().isEmpty()
                && !YIELDS_TEXT.matcher(rule.getExpression()).matches()) {
            remarks.add(
                    ConstraintRules.CEL_MESSAGE,
                    element,
                    "CEL rule '%s' of %s has no message".formatted(rule.getId(), element.getName()),
                    "add message: with what a valid message keeps");
        }
    }
}
