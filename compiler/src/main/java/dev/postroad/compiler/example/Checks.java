package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks of the types that an example is made of. */
final class Checks {
    private final Map<Descriptor, Check<DynamicMessage>> checks = new HashMap<>();

    Check<DynamicMessage> of(Descriptor type) {
        return checks.computeIfAbsent(type, Checks::compiled);
    }

    /** By rules that do not compile no message is valid. */
    private static Check<DynamicMessage> compiled(Descriptor type) {
        try {
            return new ProtovalidateCheck<>(type);
        } catch (IllegalArgumentException e) {
            var violation = new Violation("", "does-not-compile", String.valueOf(e.getMessage()));
            return message -> List.of(violation);
        }
    }
}
