package dev.postroad.compiler.source;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import dev.postroad.compiler.plan.Step;
import dev.postroad.compiler.plan.ValuePlan;
import java.util.ArrayList;
import java.util.List;

/** Writes what is asked of single values, as a pair of methods for each plan. */
final class Values {
    private final ClassText members;
    private final Reads reads;
    private final Rules rules;
    private final Messages messages;

    Values(ClassText members, Reads reads, Rules rules, Messages messages) {
        this.members = members;
        this.reads = reads;
        this.rules = rules;
        this.messages = messages;
    }

    /**
     * The methods that judge a value.
     *
     * @param isValid takes the value
     * @param explain takes the value and the violations so far
     */
    record Judge(String isValid, String explain) {}

    /** Writes the methods for a value that a field holds alone or among others. */
    Judge judge(FieldDescriptor field, ValuePlan plan) {
        var raw = Type.ofOne(field);
        var isWrapper = raw.kind() == Kind.MESSAGE && plan.type().kind() != Kind.MESSAGE;
        var checks = new ArrayList<String>();
        var explanations = new StringBuilder();
        plan.steps().forEach(step -> step(step, field, isWrapper ? "wrapper" : "self", checks, explanations));
        var name = isWrapper ? "wrapper" : "self";
        var inner = isWrapper
                ? "        var self = %s;\n"
                        .formatted(reads.one("wrapper", field.getMessageType().findFieldByNumber(1)))
                : "";
        var parameter = JavaTypes.of(raw) + " " + name;
        var judge = new Judge(members.unique("isValid"), members.unique("explain"));
        members.method(
                "boolean %s(%s)".formatted(judge.isValid(), parameter),
                skip(plan, name, raw, "return true;") + inner + conjunction(checks));
        members.method(
                "void %s(%s, dev.postroad.contract.check.Violations violations)".formatted(judge.explain(), parameter),
                skip(plan, name, raw, "return;") + inner + explanations);
        return judge;
    }

    private void step(Step step, FieldDescriptor field, String raw, List<String> checks, StringBuilder explanations) {
        if (step instanceof Rule rule) {
            checks.add(rules.isKept(rule));
            explanations.append(rules.explained(rule, "        "));
        } else if (step instanceof Step.Embedded embedded) {
            checks.add("%s(%s)".formatted(messages.isValid(embedded.message()), raw));
            explanations.append("        %s(%s, violations);\n".formatted(messages.explain(embedded.message()), raw));
        } else if (step instanceof Step.Inner inner) {
            var judge = judge(field.getMessageType().findFieldByNumber(1), inner.value());
            checks.add("%s(self)".formatted(judge.isValid()));
            explanations.append("        %s(self, violations);\n".formatted(judge.explain()));
        }
    }

    private static String skip(ValuePlan plan, String name, Type raw, String leave) {
        return plan.skipsZero()
                ? "        if (%s) {\n            %s\n        }\n".formatted(Reads.isZero(name, raw.kind()), leave)
                : "";
    }

    static String conjunction(List<String> checks) {
        return checks.isEmpty()
                ? "        return true;\n"
                : "        return %s;\n".formatted(String.join("\n                && ", checks));
    }
}
