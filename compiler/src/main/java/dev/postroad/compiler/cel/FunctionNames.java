package dev.postroad.compiler.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names of the functions that an expression calls; of one such as {@code strings.quote} the last part. */
final class FunctionNames {
    private FunctionNames() {}

    static Set<String> in(CelAbstractSyntaxTree tree) {
        var names = new TreeSet<String>();
        add(tree.getExpr(), names);
        return names;
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void add(CelExpr part, Set<String> names) {
        if (part.getKind() == CelExpr.ExprKind.Kind.CALL) {
            names.add(last(part.call().function()));
        }
        parts(part).forEach(inner -> add(inner, names));
    }

    private static Stream<CelExpr> parts(CelExpr part) {
        return switch (part.getKind()) {
            case SELECT -> Stream.of(part.select().operand());
            case CALL -> Stream.concat(part.call().target().stream(), part.call().args().stream());
            case LIST -> part.list().elements().stream();
            case MAP -> part.map().entries().stream().flatMap(entry -> Stream.of(entry.key(), entry.value()));
            case STRUCT -> part.struct().entries().stream().map(CelExpr.CelStruct.Entry::value);
            case COMPREHENSION -> {
                var macro = part.comprehension();
                yield Stream.of(
                        macro.iterRange(), macro.accuInit(), macro.loopCondition(), macro.loopStep(), macro.result());
            }
            default -> Stream.of();
        };
    }
}
