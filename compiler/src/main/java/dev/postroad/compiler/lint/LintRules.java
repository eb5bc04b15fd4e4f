package dev.postroad.compiler.lint;

import dev.postroad.compiler.constraint.ConstraintRules;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.naming.Naming;
import dev.postroad.compiler.privacy.PersonalData;
import dev.postroad.compiler.style.Style;
import java.util.List;
import java.util.stream.Stream;

/** The rules that a file may allow itself to break, with a reason. */
public final class LintRules {
    /** How contracts are written. */
    public static final List<Rule> STYLE = Stream.of(Naming.RULES, Style.RULES, PersonalData.RULES)
            .flatMap(List::stream)
            .toList();

    /** All of them. */
    public static final List<Rule> ALL =
            Stream.concat(STYLE.stream(), ConstraintRules.ALL.stream()).toList();

    private LintRules() {}
}
