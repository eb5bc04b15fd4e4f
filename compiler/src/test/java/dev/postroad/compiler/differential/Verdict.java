package dev.postroad.compiler.differential;

import com.google.protobuf.Message;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** What a check says about a message. */
sealed interface Verdict {
    /** The message breaks nothing, or these in this order. */
    record Broken(List<Violation> violations) implements Verdict {
        @Override
        public String toString() {
            return violations.isEmpty()
                    ? "valid"
                    : violations.stream()
                            .map(Violation::toString)
                            .collect(Collectors.joining("\n  ", "invalid\n  ", ""));
        }
    }

    /** A rule has no value for the message. Why is told in each check's own words. */
    record Undecided() implements Verdict {
        @Override
        public String toString() {
            return "a rule cannot be evaluated";
        }
    }

    static Verdict of(Check<Message> check, Message message) {
        var violations = check.violations(message);
        return violations.stream().anyMatch(violation -> violation.rule().equals("evaluation-error"))
                ? new Undecided()
                : new Broken(MapOrder.of(message.getDescriptorForType(), violations));
    }
}
