package dev.postroad.compiler.evaluation;

import com.google.protobuf.Message;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Collected;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Has;
import dev.postroad.compiler.expression.Expression.Listed;
import dev.postroad.compiler.expression.Expression.Not;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.expression.Expression.Quantified;
import dev.postroad.compiler.expression.Expression.Recognized;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Unwrapped;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.contract.cel.EvaluationException;
import java.util.ArrayList;
import java.util.List;

/** Turns the expressions of one rule into evaluations. */
final class Translation {
    private final Slots slots;

    Translation(Slots slots) {
        this.slots = slots;
    }

    Evaluation of(Expression expression) {
        if (expression instanceof Constant constant) {
            var value = constant.value();
            return (self, locals) -> value;
        } else if (expression instanceof Variable variable) {
            return ofVariable(variable);
        } else if (expression instanceof Call call) {
            return Invocation.of(call.function(), ofAll(call.arguments()));
        } else if (expression instanceof Listed listed) {
            return ofList(ofAll(listed.elements()));
        } else if (expression instanceof Choice choice) {
            return ofChoice(of(choice.condition()), of(choice.then()), of(choice.otherwise()));
        } else if (expression instanceof Collected collected) {
            return ofCollected(collected);
        } else if (expression instanceof Select select) {
            var message = of(select.message());
            var field = FieldValue.of(select.field());
            return (self, locals) -> field.in((Message) message.value(self, locals));
        } else if (expression instanceof Unwrapped unwrapped) {
            return ofUnwrapped(unwrapped);
        }
        return ofCondition(expression);
    }

    private Condition ofCondition(Expression expression) {
        if (expression instanceof Not not) {
            var operand = of(not.operand());
            return (self, locals) -> !operand.holds(self, locals);
        } else if (expression instanceof And and) {
            return Logic.and(of(and.left()), of(and.right()), and.left().mayFail());
        } else if (expression instanceof Or or) {
            return Logic.or(of(or.left()), of(or.right()), or.left().mayFail());
        } else if (expression instanceof Has has) {
            var message = of(has.message());
            var field = FieldValue.of(has.field());
            return (self, locals) -> field.isSet((Message) message.value(self, locals));
        } else if (expression instanceof Quantified quantified) {
            return ofQuantified(quantified);
        } else if (expression instanceof Recognized recognized) {
            var recognizer = recognized.recognizer();
            var text = of(recognized.text());
            return (self, locals) -> recognizer.finds((String) text.value(self, locals));
        } else if (expression instanceof OneOf oneOf) {
            return Membership.of(of(oneOf.value()), oneOf);
        }
        throw new IllegalArgumentException("no closure is known for " + expression);
    }

    private List<Evaluation> ofAll(List<Expression> expressions) {
        return expressions.stream().map(this::of).toList();
    }

    private Evaluation ofVariable(Variable variable) {
        if (variable.name().equals(Variable.THIS)) {
            return (self, locals) -> self;
        }
        var slot = slots.of(variable.name());
        return (self, locals) -> locals[slot];
    }

    private static Evaluation ofList(List<Evaluation> elements) {
        return (self, locals) -> {
            var list = new ArrayList<Object>(elements.size());
            for (var element : elements) {
                list.add(element.value(self, locals));
            }
            return list;
        };
    }

    private static Evaluation ofChoice(Evaluation condition, Evaluation then, Evaluation otherwise) {
        return (self, locals) ->
                condition.holds(self, locals) ? then.value(self, locals) : otherwise.value(self, locals);
    }

    private Evaluation ofUnwrapped(Unwrapped unwrapped) {
        var message = of(unwrapped.message());
        var wrapper = FieldValue.of(unwrapped.field());
        var wrapped = FieldValue.of(unwrapped.field().getMessageType().findFieldByNumber(1));
        var unset = "field '%s' is not set".formatted(unwrapped.field().getName());
        return (self, locals) -> {
            var owner = (Message) message.value(self, locals);
            if (!wrapper.isSet(owner)) {
                throw new EvaluationException(unset);
            }
            return wrapped.in((Message) wrapper.in(owner));
        };
    }

    private Condition ofQuantified(Quantified quantified) {
        var range =
                new Range(of(quantified.range()), slots.of(quantified.variable().name()));
        var condition = of(quantified.condition());
        return switch (quantified.quantifier()) {
            case ALL -> range.decidedBy(condition, false);
            case EXISTS -> range.decidedBy(condition, true);
            case EXISTS_ONE -> range.hasOne(condition);
        };
    }

    private Evaluation ofCollected(Collected collected) {
        var range =
                new Range(of(collected.range()), slots.of(collected.variable().name()));
        Evaluation all = (self, locals) -> true;
        return range.collected(collected.condition().map(this::of).orElse(all), of(collected.element()));
    }
}
