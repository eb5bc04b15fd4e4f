package dev.postroad.compiler.standard;

import com.google.protobuf.Message;
import dev.postroad.compiler.plan.Rule;
import java.util.Comparator;
import java.util.List;

/**
 * The elements of a list, which protovalidate's evaluators leave to the CEL in {@code buf/validate/validate.proto}:
 * rules are reported in the order of their fields' numbers, and a pattern needs only be found.
 */
final class ListElements {
    private ListElements() {}

    /** The rules in the order of the fields that make them. */
    static List<Rule> ordered(Message rules, List<Rule> unordered) {
        return unordered.stream()
                .sorted(Comparator.comparingInt(rule -> number(rules, rule)))
                .toList();
    }

    /** A rule's id begins with the type and the field; both ends of a range make one rule, at the lower one's field. */
    private static int number(Message rules, Rule rule) {
        var name = rule.id().split("\\.")[1];
        var field = rules.getDescriptorForType().findFieldByName(name);
        if (field == null) {
            field = rules.getDescriptorForType()
                    .findFieldByName(name.replaceFirst("_(empty|lte?|lte?_exclusive)$", ""));
        }
        if (field == null) {
            throw new IllegalStateException("no field makes the rule " + rule.id());
        }
        return field.getNumber();
    }
}
