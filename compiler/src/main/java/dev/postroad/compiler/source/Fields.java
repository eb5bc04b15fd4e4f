package dev.postroad.compiler.source;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.GeneratorNames;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Replacement;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.FieldPlan;
import dev.postroad.compiler.plan.Rule;
import dev.postroad.compiler.plan.Step;

/** Writes what is asked of fields, as a pair of methods for each field that take the message. */
final class Fields {
    private final ClassText members;
    private final Reads reads;
    private final Rules rules;
    private final Values values;

    Fields(ClassText members, Reads reads, Rules rules, Values values) {
        this.members = members;
        this.reads = reads;
        this.rules = rules;
        this.values = values;
    }

    Values.Judge judge(FieldPlan plan) {
        var field = plan.field();
        var valid = new StringBuilder();
        var explained = new StringBuilder();
        presence(plan, valid, explained);
        if (!field.isRepeated()) {
            one(plan, valid, explained);
        } else {
            plan.value().steps().forEach(step -> step(step, field, valid, explained));
            valid.append("        return true;\n");
        }
        var parameter = GeneratorNames.getQualifiedClassName(field.getContainingType()) + " self";
        var judge = new Values.Judge(members.unique("isFieldValid"), members.unique("explainField"));
        members.method("boolean %s(%s)".formatted(judge.isValid(), parameter), valid.toString());
        members.method(
                "void %s(%s, dev.postroad.contract.check.Violations violations)".formatted(judge.explain(), parameter),
                explained.toString());
        return judge;
    }

    private void presence(FieldPlan plan, StringBuilder valid, StringBuilder explained) {
        var isUnset = "if (%s)".formatted(reads.lacks("self", plan.field()));
        if (plan.isRequired()) {
            valid.append(block(isUnset, "return false;"));
            explained.append(block(
                    isUnset,
                    "violations.addAt(%s, %s, %s);\n            return;"
                            .formatted(
                                    name(plan.field()),
                                    JavaText.of(FieldPlan.REQUIRED),
                                    JavaText.of(FieldPlan.REQUIRED_SENTENCE))));
        } else if (plan.skipsUnset() && !plan.value().isEmpty()) {
            valid.append(block(isUnset, "return true;"));
            explained.append(block(isUnset, "return;"));
        }
    }

    private void one(FieldPlan plan, StringBuilder valid, StringBuilder explained) {
        if (plan.value().isEmpty()) {
            valid.append("        return true;\n");
            return;
        }
        var judge = values.judge(plan.field(), plan.value());
        var value = reads.one("self", plan.field());
        valid.append("        return %s(%s);\n".formatted(judge.isValid(), value));
        explained.append("""
                        violations.enter(%s);
                        %s(%s, violations);
                        violations.leave();
                """.formatted(name(plan.field()), judge.explain(), value));
    }

    private void step(Step step, FieldDescriptor field, StringBuilder valid, StringBuilder explained) {
        if (step instanceof Rule rule) {
            var onMessage = onMessage(rule, field);
            valid.append(block("if (!%s)".formatted(rules.isKept(onMessage)), "return false;"));
            explained
                    .append("        violations.enter(%s);\n".formatted(name(field)))
                    .append(rules.explained(onMessage, "        "))
                    .append("        violations.leave();\n");
        } else if (step instanceof Step.Items items) {
            items(items, field, valid, explained);
        } else if (step instanceof Step.Entries entries) {
            entries(entries, field, valid, explained);
        }
    }

    /** The rule about a list or map, as one about the message that has it. */
    private static Rule onMessage(Rule rule, FieldDescriptor field) {
        var message = new Variable(Variable.THIS, Type.of(field.getContainingType()));
        var self = new Variable(Variable.THIS, Type.of(field));
        return new Rule(
                rule.id(), rule.sentence(), new Replacement(self, new Select(message, field)).in(rule.verdict()));
    }

    private void items(Step.Items items, FieldDescriptor field, StringBuilder valid, StringBuilder explained) {
        var judge = values.judge(field, items.item());
        var head = "for (var index = 0; index < %s; index++)".formatted(reads.count("self", field));
        var element = reads.element("self", field, "index");
        valid.append(block(
                head,
                "if (!%s(%s)) {\n                return false;\n            }".formatted(judge.isValid(), element)));
        explained.append(block(
                head,
                "violations.enter(%s, index);\n            %s(%s, violations);\n            violations.leave();"
                        .formatted(name(field), judge.explain(), element)));
    }

    private void entries(Step.Entries entries, FieldDescriptor field, StringBuilder valid, StringBuilder explained) {
        var key = field.getMessageType().findFieldByNumber(1);
        var value = field.getMessageType().findFieldByNumber(2);
        var keyRead = reads.widened("entry.getKey()", key);
        var valueRead = reads.widened("entry.getValue()", value);
        var head = "for (var entry : %s.entrySet())".formatted(reads.rawMap("self", field));
        var enter = enter(key, name(field), keyRead);
        var checks = new StringBuilder();
        var explanations = new StringBuilder();
        if (!entries.key().isEmpty()) {
            var judge = values.judge(key, entries.key());
            checks.append(refusal(judge, keyRead));
            explanations.append("\n            %s(%s, violations);".formatted(judge.explain(), keyRead));
        }
        if (!entries.value().isEmpty()) {
            var judge = values.judge(value, entries.value());
            checks.append(refusal(judge, valueRead));
            explanations.append("\n            %s(%s, violations);".formatted(judge.explain(), valueRead));
        }
        valid.append(block(head, checks.toString().strip()));
        explained.append(block(head, enter + explanations + "\n            violations.leave();"));
    }

    private static String refusal(Values.Judge judge, String value) {
        return "\n            if (!%s(%s)) {\n                return false;\n            }"
                .formatted(judge.isValid(), value);
    }

    private static String enter(FieldDescriptor key, String field, String value) {
        var method = Type.ofOne(key).equals(Type.UINT) ? "enterUnsigned" : "enter";
        return "violations.%s(%s, %s);".formatted(method, field, value);
    }

    private static String block(String head, String body) {
        return "        %s {\n            %s\n        }\n".formatted(head, body);
    }

    private static String name(FieldDescriptor field) {
        return JavaText.of(field.getName());
    }
}
