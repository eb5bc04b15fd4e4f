package dev.postroad.compiler.constraint;

import com.google.protobuf.Message;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Whether patterns are what RE2 understands. */
final class Patterns {
    private Patterns() {}

    static void check(Constrained value, Message rules) {
        var rule = rules.getDescriptorForType().findFieldByName("pattern");
        if (rule == null || !rules.hasField(rule)) {
            return;
        }
        try {
            Pattern.compile(rules.getField(rule).toString());
        } catch (PatternSyntaxException e) {
            value.remark(
                    ConstraintRules.PATTERN,
                    "the pattern of %s is no RE2: %s".formatted(value.words(), e.getMessage()),
                    "mend it; RE2 has neither look-around nor back-references");
        }
    }
}
