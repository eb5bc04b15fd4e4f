package dev.postroad.compiler.annotation;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.postroad.compiler.cel.CelSite;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.InvalidRulesException;
import dev.postroad.compiler.plan.Rule;
import dev.postroad.compiler.plan.Step;
import dev.postroad.compiler.plan.ValuePlan;
import dev.postroad.compiler.standard.StandardRules;
import dev.postroad.compiler.standard.UncompilableException;
import dev.postroad.compiler.standard.UnfitRulesException;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rules of the values of one field.
 *
 * @param at the field that the rules are written at
 */
record ValueReader(FieldDescriptor at, Reading reading) {
    /** What is asked of the field's value, of all its values if there are several. */
    ValuePlan field(FieldRules rules) {
        return read(at, false, rules);
    }

    private ValuePlan read(FieldDescriptor field, boolean isElement, FieldRules rules) {
        var wrapped = Wrappers.wrapped(field, isElement);
        var type = wrapped.map(Type::of).orElseGet(() -> isElement ? Type.ofOne(field) : Type.of(field));
        if (rules.getIgnore() == Ignore.IGNORE_ALWAYS) {
            return new ValuePlan(type, false, List.of());
        }
        var steps = new ArrayList<Step>();
        cel(field, isElement, rules, steps);
        if (wrapped.isPresent()) {
            inner(wrapped.get(), rules, steps);
        } else {
            embedded(field, isElement, steps);
            standard(field, isElement, rules, steps);
            parts(field, isElement, rules, steps);
        }
        var skipsZero = isElement && rules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE && isZeroKnown(field);
        return new ValuePlan(type, skipsZero, steps);
    }

    /**
     * Whether protovalidate recognizes the zero of an element. It does not see that an unsigned number in a list equals
     * the signed zero that it looks for. Whether it sees that a time in a map equals the message without fields depends
     * on whether the time has a class.
     */
    private boolean isZeroKnown(FieldDescriptor field) {
        if (field.getJavaType() == JavaType.ENUM
                && field.getEnumType().getValues().get(0).getNumber() != 0) {
            reading.skip(
                    at,
                    "ignore",
                    "the first value of %s is not 0"
                            .formatted(field.getEnumType().getFullName()));
        }
        var kind = Type.ofOne(field).kind();
        if ((kind == Kind.TIMESTAMP || kind == Kind.DURATION) && !field.isRepeated()) {
            reading.skip(at, "ignore", "messages without a class ignore other times in a map than those with one");
        }
        return kind != Kind.UINT || !field.isRepeated();
    }

    private void cel(FieldDescriptor field, boolean isElement, FieldRules rules, List<Step> steps) {
        var all = new ArrayList<>(rules.getCelList());
        rules.getCelExpressionList().forEach(expression -> all.add(CelRules.unnamed(expression)));
        steps.addAll(new CelRules(at, CelSite.ofField(field, isElement), reading).read(all));
    }

    /** With rules for what is in a wrapper, protovalidate applies the CEL rules to it once more. */
    private void inner(FieldDescriptor wrapped, FieldRules rules, List<Step> steps) {
        if (rules.getTypeCase() != FieldRules.TypeCase.TYPE_NOT_SET) {
            steps.add(new Step.Inner(read(wrapped, false, rules)));
        }
    }

    private void embedded(FieldDescriptor field, boolean isElement, List<Step> steps) {
        if (field.getJavaType() == JavaType.MESSAGE && (isElement || !field.isRepeated())) {
            reading.reach(field.getMessageType());
            steps.add(new Step.Embedded(field.getMessageType()));
        }
    }

    private void standard(FieldDescriptor field, boolean isElement, FieldRules rules, List<Step> steps) {
        try {
            steps.addAll(StandardRules.of(field, isElement, rules));
        } catch (UnfitRulesException e) {
            throw new InvalidRulesException(at, e.problem());
        } catch (UncompilableException e) {
            reading.skip(at, e.rule(), e.reason());
        }
        steps.addAll(predefined(field, isElement, rules));
        if (field.getJavaType() == JavaType.ENUM
                && rules.getEnum().getDefinedOnly()
                && (isElement || !field.isRepeated())) {
            steps.add(StandardRules.definedOnly(field));
        }
    }

    /** The rules that contracts predefine, in the order of their numbers, as protovalidate has them. */
    private List<Rule> predefined(FieldDescriptor field, boolean isElement, FieldRules rules) {
        var read = new ArrayList<Rule>();
        ValidationRules.ofType(rules)
                .ifPresent(typeRules -> ValidationRules.predefined(typeRules).forEach(rule -> {
                    var site = CelSite.ofPredefined(field, isElement, typeRules, rule);
                    var cel = ValidationRules.predefined(rule).getCelList();
                    read.addAll(new CelRules(at, site, reading).read(cel));
                }));
        return read;
    }

    private void parts(FieldDescriptor field, boolean isElement, FieldRules rules, List<Step> steps) {
        if (isElement) {
            return;
        }
        if (field.isMapField()) {
            var entry = field.getMessageType();
            var key = read(entry.findFieldByNumber(1), true, rules.getMap().getKeys());
            var value = read(entry.findFieldByNumber(2), true, rules.getMap().getValues());
            steps.add(new Step.Entries(key, value));
        } else if (field.isRepeated()) {
            steps.add(new Step.Items(read(field, true, rules.getRepeated().getItems())));
        }
    }
}
