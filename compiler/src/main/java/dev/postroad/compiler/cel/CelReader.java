package dev.postroad.compiler.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.postroad.compiler.cel.CelOutcome.Invalid;
import java.util.List;

/**
 * Reads expressions of CEL. One reader keeps what it has set up for the types that it met, so that many rules of one
 * message cost one set-up; any number of threads may share it.
 */
public final class CelReader {
    private final Environments environments = new Environments();

    /** Type-checks an expression and reads it. */
    public CelOutcome read(String expression, CelSite site) {
        try {
            var parsed = environments.parse(expression);
            if (!parsed.getAllIssues().isEmpty()) {
                return invalid(parsed);
            }
            var checked = environments.check(parsed.getAst(), site);
            return checked.getAllIssues().isEmpty() ? read(checked.getAst(), site) : invalid(checked);
        } catch (CelValidationException e) {
            throw new IllegalStateException("an expression without issues has no tree: " + expression, e);
        }
    }

    private static Invalid invalid(CelValidationResult result) {
        return new Invalid(result.getAllIssues().stream()
                .map(issue -> new CelIssue(
                        issue.getSourceLocation().getLine(),
                        issue.getSourceLocation().getColumn() + 1,
                        issue.getMessage()))
                .toList());
    }

    private static CelOutcome read(CelAbstractSyntaxTree tree, CelSite site) {
        var kind = tree.getResultType().kind();
        if (kind != CelKind.BOOL && kind != CelKind.STRING) {
            return new Invalid(List.of(new CelIssue(
                    1,
                    1,
                    "the result is of type %s, not a bool or string".formatted(Types.name(tree.getResultType())))));
        }
        try {
            return new CelOutcome.Compiled(new TreeReader(tree, site).read());
        } catch (UncompilableException e) {
            return new CelOutcome.Uncompilable(e.reason());
        }
    }
}
