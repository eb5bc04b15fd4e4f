package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.postroad.compiler.closure.ClosureCheck;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks of the types that an example is made of. */
final class Checks {
    private final Map<Descriptor, Check<Message>> checks = new HashMap<>();

    Check<Message> of(Descriptor type) {
        return checks.computeIfAbsent(type, Checks::compiled);
    }

    /** By rules that do not compile no message is valid. */
    private static Check<Message> compiled(Descriptor type) {
        try {
            return ClosureCheck.compile(type);
        } catch (IllegalArgumentException e) {
            var violation = new Violation("", "does-not-compile", String.valueOf(e.getMessage()));
            return message -> List.of(violation);
        }
    }
}
