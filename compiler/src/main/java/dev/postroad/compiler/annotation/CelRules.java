package dev.postroad.compiler.annotation;

import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.cel.CelOutcome;
import dev.postroad.compiler.cel.CelSite;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Not;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.plan.InvalidRulesException;
import dev.postroad.compiler.plan.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rules that are written in CEL.
 *
 * @param element what they are written at
 * @param site what they call {@code this}
 */
record CelRules(GenericDescriptor element, CelSite site, Reading reading) {
    /** A rule that is an expression and no more; the expression is its id too. */
    static build.buf.validate.Rule unnamed(String expression) {
        return build.buf.validate.Rule.newBuilder()
                .setId(expression)
                .setExpression(expression)
                .build();
    }

    List<Rule> read(List<build.buf.validate.Rule> rules) {
        var result = new ArrayList<Rule>();
        for (var rule : rules) {
            var outcome = reading.cel(rule.getExpression(), site);
            if (outcome instanceof CelOutcome.Compiled compiled) {
                result.add(rule(rule, compiled.expression()));
            } else if (outcome instanceof CelOutcome.Uncompilable uncompilable) {
                reading.skip(element, rule.getId(), uncompilable.reason());
            } else if (outcome instanceof CelOutcome.Invalid invalid) {
                throw new InvalidRulesException(
                        element,
                        "CEL rule '%s' does not compile: %s"
                                .formatted(rule.getId(), invalid.issues().get(0)));
            }
        }
        return result;
    }

    private static Rule rule(build.buf.validate.Rule rule, Expression verdict) {
        if (verdict.type().kind() == Kind.BOOL) {
            var sentence = rule.getMessage().isEmpty()
                    ? "\"%s\" returned false".formatted(rule.getExpression())
                    : rule.getMessage();
            return new Rule(rule.getId(), sentence, verdict);
        }
        return withSentence(rule.getId(), verdict);
    }

    /** A verdict that is one of two constant texts is a bool and a sentence. */
    private static Rule withSentence(String id, Expression verdict) {
        if (verdict instanceof Choice choice
                && choice.then() instanceof Constant then
                && choice.otherwise() instanceof Constant otherwise) {
            if (then.value().equals("")) {
                return new Rule(id, String.valueOf(otherwise.value()), kept(choice.condition(), otherwise));
            }
            if (otherwise.value().equals("")) {
                return new Rule(id, String.valueOf(then.value()), new Not(choice.condition()));
            }
        }
        return new Rule(id, "", verdict);
    }

    /** Whether a condition holds; if the sentence is empty as well, nothing is ever broken. */
    private static Expression kept(Expression condition, Constant sentence) {
        return sentence.value().equals("") ? new Choice(condition, Constant.of(true), Constant.of(true)) : condition;
    }
}
