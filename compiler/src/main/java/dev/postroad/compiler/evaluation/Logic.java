package dev.postroad.compiler.evaluation;

import dev.postroad.contract.cel.EvaluationException;

/** CEL's logical operators: a side that decides makes the failure of the other one void. */
final class Logic {
    private Logic() {}

    static Condition and(Evaluation left, Evaluation right, boolean leftMayFail) {
        if (leftMayFail) {
            return decidedBy(left, right, false);
        }
        return (self, locals) -> left.holds(self, locals) && right.holds(self, locals);
    }

    static Condition or(Evaluation left, Evaluation right, boolean leftMayFail) {
        if (leftMayFail) {
            return decidedBy(left, right, true);
        }
        return (self, locals) -> left.holds(self, locals) || right.holds(self, locals);
    }

    private static Condition decidedBy(Evaluation left, Evaluation right, boolean decisive) {
        return (self, locals) -> {
            try {
                if (left.holds(self, locals) == decisive) {
                    return decisive;
                }
            } catch (EvaluationException failure) {
                if (right.holds(self, locals) == decisive) {
                    return decisive;
                }
                throw failure;
            }
            return right.holds(self, locals);
        };
    }
}
