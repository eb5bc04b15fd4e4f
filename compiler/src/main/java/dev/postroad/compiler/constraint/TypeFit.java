package dev.postroad.compiler.constraint;

import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.postroad.compiler.finding.Rule;

/** Whether rules are those of the value's type. */
final class TypeFit {
    private static final Rule TYPE = ConstraintRules.TYPE;

    private TypeFit() {}

    /** Remarks on rules that do not fit, and says whether they do. */
    static boolean check(Constrained value) {
        var written = value.typeCase();
        var fitting = value.fittingCase();
        if (written.isEmpty()) {
            return true;
        }
        var name = written.get().getName();
        if (!fitting.filter(name::equals).isPresent()) {
            value.remark(
                    TYPE,
                    "%s has rules for %s, and is %s".formatted(value.words(), name, described(value)),
                    fix(value, name));
            return false;
        }
        if (value.isList()
                && value.rules().getRepeated().getUnique()
                && value.type().getJavaType() == JavaType.MESSAGE) {
            value.remark(
                    TYPE,
                    "%s holds messages, and only numbers, texts and enums are told apart".formatted(value.words()),
                    "write a CEL rule over the messages' keys instead of unique");
        }
        return true;
    }

    private static String described(Constrained value) {
        if (value.isMap()) {
            return "a map";
        }
        if (value.isList()) {
            return "repeated";
        }
        return value.type().getJavaType() == JavaType.MESSAGE
                ? "a " + value.type().getMessageType().getFullName()
                : "of type " + value.fittingCase().orElseThrow();
    }

    private static String fix(Constrained value, String written) {
        if (value.isList()) {
            return "write repeated.items.%s for rules of each item".formatted(written);
        }
        if (value.isMap()) {
            return "write map.keys.%s or map.values.%s".formatted(written, written);
        }
        return value.fittingCase()
                .map("use the rules of %s"::formatted)
                .orElse("write the rules at the fields of that message, or a CEL rule");
    }
}
