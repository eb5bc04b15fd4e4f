package dev.postroad.compiler.standard;

import build.buf.validate.EnumRules;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import java.util.ArrayList;
import java.util.List;

/** The rules of an enum's number. */
final class EnumNumberRules {
    private final EnumRules rules;
    private final Expression value = Verdicts.self(Type.INT);

    EnumNumberRules(EnumRules rules) {
        this.rules = rules;
    }

    List<Rule> read() {
        var result = new ArrayList<Rule>();
        if (rules.hasConst()) {
            var wanted = Constant.of(rules.getConst());
            result.add(new Rule("enum.const", "must equal " + rules.getConst(), Verdicts.equal(value, wanted)));
        }
        if (rules.getInCount() > 0) {
            result.add(new Rule("enum.in", "must be in list " + rules.getInList(), oneOf(rules.getInList())));
        }
        if (rules.getNotInCount() > 0) {
            var sentence = "must not be in list " + rules.getNotInList();
            result.add(new Rule("enum.not_in", sentence, Verdicts.not(oneOf(rules.getNotInList()))));
        }
        return result;
    }

    /** The rule that a number is that of a value of the enum. */
    static Rule definedOnly(EnumDescriptor type) {
        var numbers = type.getValues().stream()
                .map(EnumValueDescriptor::getNumber)
                .distinct()
                .toList();
        return new Rule(
                "enum.defined_only",
                "value must be one of the defined enum values",
                oneOf(numbers, Verdicts.self(Type.INT)));
    }

    private Expression oneOf(List<Integer> numbers) {
        return oneOf(numbers, value);
    }

    private static Expression oneOf(List<Integer> numbers, Expression value) {
        return new OneOf(value, numbers.stream().map(Constant::of).toList());
    }
}
