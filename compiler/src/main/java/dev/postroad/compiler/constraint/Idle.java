package dev.postroad.compiler.constraint;

import build.buf.validate.Ignore;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;

/** Rules that are there and refuse nothing, or not what they seem to. */
final class Idle {
    private final Constrained value;

    private Idle(Constrained value) {
        this.value = value;
    }

    static void check(Constrained value) {
        var idle = new Idle(value);
        idle.required();
        idle.ignored();
        value.typeRules().ifPresent(rules -> idle.type(value.typeCase().orElseThrow(), rules));
    }

    private void required() {
        var rules = value.rules();
        if (!rules.getRequired()) {
            return;
        }
        if (value.isPart()) {
            value.useless("required says nothing of items, keys and values, which are always there", "leave it out");
        } else if (rules.getIgnore() == Ignore.IGNORE_ALWAYS) {
            value.contradiction("required is ignored by ignore: IGNORE_ALWAYS");
        } else if (rules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE && !hasPresence()) {
            value.contradiction("required refuses the zero value, which ignore: IGNORE_IF_ZERO_VALUE lets pass");
        } else if (value.field().getJavaType() == JavaType.BOOLEAN && !hasPresence() && !value.isList()) {
            value.useless("required asks for true, since an unset bool reads as false", "make it optional");
        }
    }

    private void ignored() {
        var rules = value.rules();
        var others = rules.getAllFields().keySet().stream()
                .anyMatch(rule ->
                        !rule.getName().equals("ignore") && !rule.getName().equals("required"));
        if (rules.getIgnore() == Ignore.IGNORE_ALWAYS && others) {
            value.useless("ignore: IGNORE_ALWAYS switches the other rules off", "keep one of the two");
        }
        if (rules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE && !rules.getRequired()) {
            if (hasPresence()) {
                value.useless("ignore: IGNORE_IF_ZERO_VALUE says nothing, the field may be left unset", "leave it out");
            } else if (!others) {
                value.useless("ignore stands alone, without a rule to ignore", "leave it out");
            }
        }
    }

    private boolean hasPresence() {
        return !value.isPart() && value.field().hasPresence();
    }

    private void type(FieldDescriptor name, Message rules) {
        if (rules.getAllFields().isEmpty() && rules.getUnknownFields().isEmpty()) {
            value.useless("%s holds no rule".formatted(name.getName()), "leave it out");
        }
        rules.getAllFields().forEach((rule, set) -> {
            // What a predefined rule means by false is its own affair.
            if (Boolean.FALSE.equals(set)
                    && !rule.isExtension()
                    && !rule.getName().equals("const")
                    && !rule.getName().equals("strict")) {
                value.useless("%s: false says nothing".formatted(rule.getName()), "leave it out");
            }
        });
    }
}
