package dev.postroad.compiler.evaluation;

import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.contract.cel.Clock;
import java.util.Optional;

/** What a rule says of a value: a bool, or a text that is empty where the rule is kept. */
public final class Verdict {
    private static final Object[] NO_LOCALS = {};

    private final Evaluation evaluation;
    private final boolean isText;
    private final int locals;
    private final int nowSlot;

    private Verdict(Evaluation evaluation, boolean isText, Slots slots) {
        this.evaluation = evaluation;
        this.isText = isText;
        this.locals = slots.count();
        this.nowSlot = slots.find(Variable.NOW).orElse(-1);
    }

    /** The verdict that an expression gives, which is a bool or a string. */
    public static Verdict of(Expression expression) {
        var slots = new Slots();
        return new Verdict(
                new Translation(slots).of(expression), expression.type().kind() == Kind.STRING, slots);
    }

    /** Whether the rule is kept. */
    public boolean isKept(Object self) {
        return isText ? ((String) evaluation.value(self, locals())).isEmpty() : evaluation.holds(self, locals());
    }

    /** What is to be said of a value, if the rule is broken: a text, or the sentence that is given for a bool. */
    public Optional<String> complaint(Object self, String sentence) {
        if (isText) {
            return Optional.of((String) evaluation.value(self, locals())).filter(text -> !text.isEmpty());
        }
        return evaluation.holds(self, locals()) ? Optional.empty() : Optional.of(sentence);
    }

    private Object[] locals() {
        if (locals == 0) {
            return NO_LOCALS;
        }
        var values = new Object[locals];
        if (nowSlot >= 0) {
            values[nowSlot] = Clock.now();
        }
        return values;
    }
}
