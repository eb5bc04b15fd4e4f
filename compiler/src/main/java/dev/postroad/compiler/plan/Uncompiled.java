package dev.postroad.compiler.plan;

import com.google.protobuf.Descriptors.GenericDescriptor;

/**
 * A rule that cannot be compiled.
 *
 * @param element the message or field that has it
 * @param rule its id
 * @param reason why, as the end of a sentence
 */
public record Uncompiled(GenericDescriptor element, String rule, String reason) {
    @Override
    public String toString() {
        return "rule %s of %s: %s".formatted(rule, element.getFullName(), reason);
    }
}
