package dev.postroad.compiler.plan;

import com.google.protobuf.Descriptors.GenericDescriptor;

/** Rules make no sense, and protovalidate refuses them too. Whoever writes the contract must act. */
public final class InvalidRulesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient GenericDescriptor element;

    /** Rules of an element that have a problem, which is told as a sentence without its full stop. */
    public InvalidRulesException(GenericDescriptor element, String problem) {
        super("%s: %s".formatted(element.getFullName(), problem));
        this.element = element;
    }

    /** The message or field that has the rules. */
    public GenericDescriptor element() {
        return element;
    }
}
