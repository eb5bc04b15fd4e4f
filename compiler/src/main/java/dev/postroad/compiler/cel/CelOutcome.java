package dev.postroad.compiler.cel;

import dev.postroad.compiler.expression.Expression;
import java.util.List;

/** What became of an expression. */
public sealed interface CelOutcome {
    /**
     * It is correct.
     *
     * @param expression a bool or a string
     */
    record Compiled(Expression expression) implements CelOutcome {}

    /**
     * It is not correct, and protovalidate refuses it too.
     *
     * @param issues at least one
     */
    record Invalid(List<CelIssue> issues) implements CelOutcome {
        public Invalid {
            issues = List.copyOf(issues);
        }
    }

    /**
     * It is correct, and cannot be compiled.
     *
     * @param reason the part that cannot, and where it stands
     */
    record Uncompilable(String reason) implements CelOutcome {}
}
