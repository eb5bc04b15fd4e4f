package dev.postroad.compiler.shape;

import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.limit.Direction;
import java.util.List;

/** The rules of constraints that change. */
public final class ConstraintChangeRules {
    static final Rule TIGHTENED = Rule.error(
                    "constraint-tightened",
                    "What was valid stays valid",
                    "Messages of old producers break the new rule, and so do stored ones: refused where they are published"
                            + " again, counted as violations where they are read.")
            .showing(
                    "int32 items = 2 [(buf.validate.field).int32.lte = 5];  // was 9",
                    "int32 items = 2 [(buf.validate.field).int32.lte = 9];");

    static final Rule LOOSENED = Rule.warning(
            "constraint-loosened",
            "What was invalid stays invalid",
            "Consumers get values that they never saw, and may rely on the old rule.");

    static final Rule REPLACED = Rule.error(
            "constraint-replaced",
            "A rule is not replaced by one that accepts other values",
            "Some old messages are refused, and some new ones are what consumers never saw.");

    static final Rule UNDECIDABLE = Rule.error(
            "constraint-undecidable",
            "A regular expression or a rule in CEL stays as it is",
            "Whether the new text accepts more or less than the old one cannot be decided by a program; a person must.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(TIGHTENED, LOOSENED, REPLACED, UNDECIDABLE);

    private ConstraintChangeRules() {}

    static Rule of(Direction direction) {
        return switch (direction) {
            case TIGHTENED -> TIGHTENED;
            case LOOSENED -> LOOSENED;
            case REPLACED -> REPLACED;
            case UNDECIDABLE, EQUAL -> UNDECIDABLE;
        };
    }
}
