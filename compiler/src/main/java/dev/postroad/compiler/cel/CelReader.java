package dev.postroad.compiler.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import java.util.List;

/**
 * Reads expressions of CEL. One reader keeps what it has set up for the types that it met, so that many rules of one
 * message cost one set-up; any number of threads may share it.
 */
public final class CelReader {
    private final Environments environments = new Environments();

    /** Type-checks an expression and reads it. */
    public CelOutcome read(String expression, CelSite site) {
        var result = environments.of(site).compile(expression);
        if (!result.getAllIssues().isEmpty()) {
            return new CelOutcome.Invalid(result.getAllIssues().stream()
                    .map(issue -> new CelIssue(
                            issue.getSourceLocation().getLine(),
                            issue.getSourceLocation().getColumn() + 1,
                            issue.getMessage()))
                    .toList());
        }
        try {
            return read(result.getAst(), site);
        } catch (CelValidationException e) {
            throw new IllegalStateException("an expression without issues has no tree: " + expression, e);
        }
    }

    private static CelOutcome read(CelAbstractSyntaxTree tree, CelSite site) {
        var kind = tree.getResultType().kind();
        if (kind != CelKind.BOOL && kind != CelKind.STRING) {
            return new CelOutcome.Invalid(List.of(new CelIssue(
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
