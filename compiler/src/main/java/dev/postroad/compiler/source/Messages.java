package dev.postroad.compiler.source;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.GeneratorNames;
import dev.postroad.compiler.plan.ExclusiveFields;
import dev.postroad.compiler.plan.FieldPlan;
import dev.postroad.compiler.plan.MessagePlan;
import dev.postroad.compiler.plan.RulePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what is asked of messages, as a pair of methods for each type. */
final class Messages {
    /** A method with more parts than this is split: the virtual machine compiles no method of over 8,000 bytes. */
    private static final int MOST = 50;

    private final ClassText members = new ClassText();
    private final Map<Descriptor, Integer> numbers = new HashMap<>();
    private final Rules rules;
    private final Fields fields;

    private Messages(RulePlan plan) {
        var reads = new Reads();
        rules = new Rules(members, new ExpressionText(members, reads));
        fields = new Fields(members, reads, rules, new Values(members, reads, rules, this));
        plan.messages().keySet().forEach(message -> numbers.put(message, numbers.size() + 1));
    }

    /** The members of a class that judges the messages of a plan; its root is the first of them. */
    static ClassText write(RulePlan plan) {
        var messages = new Messages(plan);
        plan.messages().values().forEach(messages::write);
        return messages.members;
    }

    /** The method that says whether a message is valid. */
    String isValid(Descriptor message) {
        return "isMessageValid" + numbers.get(message);
    }

    /** The method that adds what a message breaks. */
    String explain(Descriptor message) {
        return "explainMessage" + numbers.get(message);
    }

    private void write(MessagePlan plan) {
        var checks = new ArrayList<String>();
        var explanations = new ArrayList<String>();
        plan.rules().forEach(rule -> {
            checks.add(rules.isKept(rule));
            explanations.add(rules.explained(rule, "        "));
        });
        plan.exclusives().forEach(exclusive -> exclusive(plan, exclusive, checks, explanations));
        for (var oneof : plan.requiredOneofs()) {
            var number = "self.get%sCase().getNumber()".formatted(JavaFields.name(oneof));
            checks.add(number + " != 0");
            explanations.add("        if (%s == 0) {\n            violations.addAt(%s, %s, %s);\n        }\n"
                    .formatted(
                            number,
                            JavaText.of(oneof.getName()),
                            JavaText.of(FieldPlan.REQUIRED),
                            JavaText.of(MessagePlan.ONEOF_SENTENCE)));
        }
        for (var field : plan.fields()) {
            var judge = fields.judge(field);
            checks.add(judge.isValid() + "(self)");
            explanations.add("        %s(self, violations);\n".formatted(judge.explain()));
        }
        var parameter = GeneratorNames.getQualifiedClassName(plan.message()) + " self";
        members.method(
                "boolean %s(%s)".formatted(isValid(plan.message()), parameter),
                Values.conjunction(parts(checks, parameter)));
        members.method(
                "void %s(%s, dev.postroad.contract.check.Violations violations)"
                        .formatted(explain(plan.message()), parameter),
                String.join("", explainedParts(explanations, parameter)));
    }

    private void exclusive(
            MessagePlan plan, ExclusiveFields exclusive, List<String> checks, List<String> explanations) {
        var reads = new Reads();
        var count = members.unique("count");
        members.method(
                "int %s(%s self)".formatted(count, GeneratorNames.getQualifiedClassName(plan.message())),
                "        return %s;\n"
                        .formatted(exclusive.fields().stream()
                                .map(field -> "((%s) ? 1 : 0)".formatted(reads.has("self", field)))
                                .collect(Collectors.joining("\n                + "))));
        checks.add("%s(self) %s 1".formatted(count, exclusive.isRequired() ? "==" : "<="));
        explanations.add(violation("%s(self) > 1".formatted(count), exclusive.tooMany()));
        if (exclusive.isRequired()) {
            explanations.add(violation("%s(self) == 0".formatted(count), exclusive.none()));
        }
    }

    private static String violation(String condition, String sentence) {
        return "        if (%s) {\n            violations.add(%s, %s);\n        }\n"
                .formatted(condition, JavaText.of(ExclusiveFields.ID), JavaText.of(sentence));
    }

    private List<String> parts(List<String> checks, String parameter) {
        return split(checks, part -> {
            var name = members.unique("isPartValid");
            members.method("boolean %s(%s)".formatted(name, parameter), Values.conjunction(part));
            return name + "(self)";
        });
    }

    private List<String> explainedParts(List<String> explanations, String parameter) {
        return split(explanations, part -> {
            var name = members.unique("explainPart");
            members.method(
                    "void %s(%s, dev.postroad.contract.check.Violations violations)".formatted(name, parameter),
                    String.join("", part));
            return "        %s(self, violations);\n".formatted(name);
        });
    }

    private static List<String> split(List<String> all, java.util.function.Function<List<String>, String> method) {
        var result = all;
        while (result.size() > MOST) {
            var parts = new ArrayList<String>();
            for (var from = 0; from < result.size(); from += MOST) {
                parts.add(method.apply(result.subList(from, Math.min(result.size(), from + MOST))));
            }
            result = parts;
        }
        return result;
    }
}
