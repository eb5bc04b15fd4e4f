package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import java.util.HashMap;
import java.util.Map;

/** The checks of the types that an example is made of. */
final class Checks {
    private final Map<Descriptor, Check<DynamicMessage>> checks = new HashMap<>();

    Check<DynamicMessage> of(Descriptor type) {
        return checks.computeIfAbsent(type, ProtovalidateCheck::new);
    }
}
