package dev.postroad.compiler.naming;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.remark.Remarks;
import java.util.List;
import java.util.regex.Pattern;

/** Whether each name has the form of Protobuf's style guide. */
final class Identifiers {
    private static final Rule TYPE = Rule.warning(
                    "type-name",
                    "Messages and enums are named in UpperCamelCase",
                    "Each language's generator writes names anew from this form; other forms collide or look foreign.")
            .showing("""
                    // What was ordered.
                    message order_line {}
                    """, """
                    // What was ordered.
                    message OrderLine {}
                    """);

    private static final Rule FIELD = Rule.warning(
                    "field-name",
                    "Fields and oneofs are named in lower_snake_case",
                    "JSON names and the accessors of each language are made from this form.")
            .showing("""
                    // Who ordered.
                    optional string customerId = 2;
                    """, """
                    // Who ordered.
                    optional string customer_id = 2;
                    """);

    private static final Rule VALUE = Rule.warning(
                    "enum-value-name",
                    "Enum values are named in UPPER_SNAKE_CASE and begin with the enum's name",
                    "Values live beside their enum, not in it: two enums of one scope cannot both have an OPEN.")
            .showing("""
                    // How it was paid.
                    enum Payment {
                      PAYMENT_UNSPECIFIED = 0;
                      // By card.
                      CARD = 1;
                    }
                    """, """
                    // How it was paid.
                    enum Payment {
                      PAYMENT_UNSPECIFIED = 0;
                      // By card.
                      PAYMENT_CARD = 1;
                    }
                    """);

    private static final Rule ZERO = Rule.warning(
                    "enum-zero",
                    "The zero value of an enum is named <ENUM>_UNSPECIFIED",
                    "An unset field reads as zero, and an old reader sees zero for values that it does not know: zero must"
                            + " not mean anything else. A rule 'enum.not_in: 0' refuses it where a value is due.")
            .showing("""
                    // How it was paid.
                    enum Payment {
                      // By card.
                      PAYMENT_CARD = 0;
                    }
                    """, """
                    // How it was paid.
                    enum Payment {
                      PAYMENT_UNSPECIFIED = 0;
                      // By card.
                      PAYMENT_CARD = 1;
                    }
                    """);

    static final List<Rule> RULES = List.of(TYPE, FIELD, VALUE, ZERO);

    private static final Pattern UPPER_CAMEL = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern LOWER_SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern UPPER_SNAKE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private final Remarks remarks;

    Identifiers(Remarks remarks) {
        this.remarks = remarks;
    }

    void check() {
        for (var message : Elements.messages(remarks.descriptor())) {
            type(message);
            message.getFields().stream()
                    .filter(field -> field.getType() != FieldDescriptor.Type.GROUP)
                    .forEach(this::field);
            message.getRealOneofs().forEach(this::field);
        }
        for (var enumeration : Elements.enums(remarks.descriptor())) {
            type(enumeration);
            enumeration.getValues().forEach(value -> value(enumeration, value));
        }
    }

    private void type(GenericDescriptor type) {
        if (!UPPER_CAMEL.matcher(type.getName()).matches()) {
            remarks.add(
                    TYPE,
                    type,
                    "'%s' is not UpperCamelCase".formatted(type.getName()),
                    "name it %s".formatted(Words.upperCamel(type.getName())));
        }
    }

    private void field(GenericDescriptor field) {
        if (!LOWER_SNAKE.matcher(field.getName()).matches()) {
            remarks.add(
                    FIELD,
                    field,
                    "'%s' is not lower_snake_case".formatted(field.getName()),
                    "name it %s".formatted(Words.lowerSnake(field.getName())));
        }
    }

    private void value(EnumDescriptor enumeration, EnumValueDescriptor value) {
        var prefix = Words.upperSnake(enumeration.getName()) + '_';
        var letters = Words.letters(value.getName());
        var own = Words.letters(enumeration.getName());
        if (value.getNumber() == 0 && !letters.equals(own + "unspecified")) {
            remarks.add(
                    ZERO,
                    value,
                    "%s is what an unset %s reads as".formatted(value.getName(), enumeration.getName()),
                    "name 0 %sUNSPECIFIED, and give %s another number".formatted(prefix, value.getName()));
        } else if (!UPPER_SNAKE.matcher(value.getName()).matches() || !letters.startsWith(own) || letters.equals(own)) {
            var name = Words.upperSnake(value.getName());
            remarks.add(
                    VALUE,
                    value,
                    "'%s' is not %s and a name in UPPER_SNAKE_CASE".formatted(value.getName(), prefix),
                    "name it %s".formatted(name.startsWith(prefix) ? name : prefix + name));
        }
    }
}
