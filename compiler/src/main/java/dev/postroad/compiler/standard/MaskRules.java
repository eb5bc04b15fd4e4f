package dev.postroad.compiler.standard;

import build.buf.validate.FieldMaskRules;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.expression.Expression.Quantified;
import dev.postroad.compiler.expression.Expression.Quantified.Quantifier;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import java.util.ArrayList;
import java.util.List;

/** The rules of a {@code google.protobuf.FieldMask}. */
final class MaskRules {
    private static final Variable PATH = new Variable("path", Type.STRING);

    private final FieldMaskRules rules;
    private final Expression paths;

    MaskRules(Type mask, FieldMaskRules rules) {
        this.rules = rules;
        this.paths =
                new Select(Verdicts.self(mask), mask.message().orElseThrow().findFieldByName("paths"));
    }

    List<Rule> read() {
        var result = new ArrayList<Rule>();
        if (rules.hasConst()) {
            List<String> wanted = List.copyOf(rules.getConst().getPathsList());
            var equal = Verdicts.same(paths, new Constant(Type.listOf(Type.STRING), wanted));
            result.add(new Rule("field_mask.const", "must equal paths " + shown(wanted), equal));
        }
        if (rules.getInCount() > 0) {
            result.add(new Rule(
                    "field_mask.in",
                    "must only contain paths in " + shown(rules.getInList()),
                    all(covered(rules.getInList()))));
        }
        if (rules.getNotInCount() > 0) {
            result.add(new Rule(
                    "field_mask.not_in",
                    "must not contain any paths in " + shown(rules.getNotInList()),
                    all(Verdicts.not(covered(rules.getNotInList())))));
        }
        return result;
    }

    private Expression all(Expression condition) {
        return new Quantified(Quantifier.ALL, PATH, paths, condition);
    }

    /** Whether the path is one of those listed, or lies below one. */
    private static Expression covered(List<String> listed) {
        Expression result = new OneOf(PATH, listed.stream().map(Constant::of).toList());
        for (var parent : listed) {
            result = new Or(result, Verdicts.call("starts_with_string", PATH, Constant.of(parent + ".")));
        }
        return result;
    }

    private static String shown(List<String> paths) {
        return "[%s]".formatted(String.join(", ", paths));
    }
}
