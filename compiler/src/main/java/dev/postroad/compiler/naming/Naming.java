package dev.postroad.compiler.naming;

import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.remark.Remarks;
import java.util.List;
import java.util.stream.Stream;

/** The rules of names. */
public final class Naming {
    /** All of them. */
    public static final List<Rule> RULES = Stream.concat(TopicAgreement.RULES.stream(), Identifiers.RULES.stream())
            .toList();

    private Naming() {}

    /** Remarks on the names in a file. */
    public static void check(Remarks remarks) {
        new TopicAgreement(remarks).check();
        new Identifiers(remarks).check();
    }
}
