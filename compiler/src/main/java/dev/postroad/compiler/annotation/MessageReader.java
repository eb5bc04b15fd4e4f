package dev.postroad.compiler.annotation;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import build.buf.validate.MessageOneofRule;
import build.buf.validate.MessageRules;
import build.buf.validate.Rule;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.postroad.compiler.cel.CelSite;
import dev.postroad.compiler.plan.ExclusiveFields;
import dev.postroad.compiler.plan.FieldPlan;
import dev.postroad.compiler.plan.InvalidRulesException;
import dev.postroad.compiler.plan.MessagePlan;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads the annotations of one message type. */
final class MessageReader {
    private final Descriptor message;
    private final Reading reading;
    private final MessageRules rules;

    MessageReader(Descriptor message, Reading reading) {
        this.message = message;
        this.reading = reading;
        this.rules = ValidationRules.of(message);
    }

    MessagePlan read() {
        return new MessagePlan(
                message,
                celRules(),
                rules.getOneofList().stream().map(this::exclusive).toList(),
                message.getOneofs().stream().filter(MessageReader::isRequired).toList(),
                message.getFields().stream()
                        .map(this::field)
                        .filter(field -> !field.isEmpty())
                        .toList());
    }

    private List<dev.postroad.compiler.plan.Rule> celRules() {
        var all = new ArrayList<Rule>();
        rules.getCelExpressionList().forEach(expression -> all.add(CelRules.unnamed(expression)));
        all.addAll(rules.getCelList());
        return new CelRules(message, CelSite.ofMessage(message), reading).read(all);
    }

    private ExclusiveFields exclusive(MessageOneofRule rule) {
        if (rule.getFieldsCount() == 0) {
            throw new InvalidRulesException(message, "a oneof rule names no field");
        }
        var fields = new ArrayList<FieldDescriptor>();
        var names = new HashSet<String>();
        for (var name : rule.getFieldsList()) {
            var field = message.findFieldByName(name);
            if (field == null) {
                throw new InvalidRulesException(message, "a oneof rule names '%s', which is no field".formatted(name));
            }
            if (!names.add(name)) {
                throw new InvalidRulesException(message, "a oneof rule names '%s' twice".formatted(name));
            }
            fields.add(field);
        }
        return new ExclusiveFields(fields, rule.getRequired());
    }

    private static boolean isRequired(OneofDescriptor oneof) {
        return ValidationRules.of(oneof).getRequired();
    }

    private FieldPlan field(FieldDescriptor field) {
        var fieldRules = rules(field);
        var isIgnored = fieldRules.getIgnore() == Ignore.IGNORE_ALWAYS;
        return new FieldPlan(
                field,
                fieldRules.getRequired() && !isIgnored,
                field.hasPresence() || fieldRules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE,
                new ValueReader(field, reading).field(fieldRules));
    }

    /** A field that excludes others, and says nothing of its zero value, may have it. */
    private FieldRules rules(FieldDescriptor field) {
        var fieldRules = ValidationRules.of(field);
        var isExclusive = rules.getOneofList().stream()
                .anyMatch(exclusive -> exclusive.getFieldsList().contains(field.getName()));
        return isExclusive && !fieldRules.hasIgnore()
                ? fieldRules.toBuilder().setIgnore(Ignore.IGNORE_IF_ZERO_VALUE).build()
                : fieldRules;
    }
}
