package dev.postroad.compiler.constraint;

import com.google.protobuf.Message;
import dev.postroad.compiler.pattern.Patterns;

/** Whether patterns are what RE2 understands. */
final class PatternSyntax {
    private PatternSyntax() {}

    static void check(Constrained value, Message rules) {
        var rule = rules.getDescriptorForType().findFieldByName("pattern");
        if (rule == null || !rules.hasField(rule)) {
            return;
        }
        Patterns.fault(rules.getField(rule).toString())
                .ifPresent(fault -> value.remark(
                        ConstraintRules.PATTERN,
                        "the pattern of %s is no RE2: %s".formatted(value.words(), fault),
                        "mend it; RE2 has neither look-around nor back-references"));
    }
}
