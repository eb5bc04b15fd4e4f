package dev.postroad.compiler.style;

import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.remark.Remarks;
import java.util.List;
import java.util.stream.Stream;

/** The rules of comments, presence, numbers and shape. */
public final class Style {
    /** All of them. */
    public static final List<Rule> RULES = Stream.of(
                    FileShape.RULES, Comments.RULES, Presence.RULES, NumberGaps.RULES, OldSyntax.RULES, Recursion.RULES)
            .flatMap(List::stream)
            .toList();

    private Style() {}

    /** Remarks on the style of a file. */
    public static void check(Remarks remarks) {
        FileShape.check(remarks);
        Comments.check(remarks);
        Presence.check(remarks);
        NumberGaps.check(remarks);
        OldSyntax.check(remarks);
        Recursion.check(remarks);
    }
}
