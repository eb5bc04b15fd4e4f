package dev.postroad.compiler.style;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.remark.Remarks;
import java.util.List;
import java.util.regex.Pattern;

/** Whether each element says what it means. */
final class Comments {
    private static final Rule MESSAGE = Rule.warning(
                    "message-comment",
                    "A message has a comment",
                    "It is what the catalogue says of the topic; who reads it has nothing else.")
            .showing("message OrderLine {}", """
                    // What was ordered, and how often.
                    message OrderLine {}
                    """);

    private static final Rule FIELD = Rule.warning(
                    "field-comment", "A field has a comment", "A name alone leaves out units, origin and exceptions.")
            .showing("optional int64 total = 2;", """
                    // What the order costs, in cents, without shipping.
                    optional int64 total = 2;
                    """);

    private static final Rule ENUM = Rule.warning(
                    "enum-comment",
                    "An enum has a comment, and so has each value but <ENUM>_UNSPECIFIED",
                    "When a value applies is seldom clear from its name.")
            .showing("""
                    // How far the order is.
                    enum State {
                      STATE_UNSPECIFIED = 0;
                      STATE_DONE = 1;
                    }
                    """, """
                    // How far the order is.
                    enum State {
                      STATE_UNSPECIFIED = 0;
                      // Delivered and paid.
                      STATE_DONE = 1;
                    }
                    """);

    private static final Rule DEPRECATED = Rule.warning(
                    "deprecated-comment",
                    "The comment of what is deprecated says what to use instead",
                    "Readers stay on it until they know where to go.")
            .showing("""
                    // Cents.
                    optional int64 total = 2 [deprecated = true];
                    """, """
                    // Cents. Use price instead.
                    optional int64 total = 2 [deprecated = true];
                    """);

    static final List<Rule> RULES = List.of(MESSAGE, FIELD, ENUM, DEPRECATED);

    private static final Pattern WAY_OUT = Pattern.compile(
            "(?i)\\b(use|uses|instead|replaced|replacement|successor|superseded|moved|see|nothing|unused|no longer)\\b");

    private final Remarks remarks;

    private Comments(Remarks remarks) {
        this.remarks = remarks;
    }

    static void check(Remarks remarks) {
        var comments = new Comments(remarks);
        for (var message : Elements.messages(remarks.descriptor())) {
            comments.of(MESSAGE, message, "message", message.getOptions().getDeprecated());
            message.getFields().stream()
                    .filter(field -> !isGroup(field))
                    .forEach(field -> comments.of(
                            FIELD, field, "field", field.getOptions().getDeprecated()));
        }
        Elements.extensions(remarks.descriptor()).stream()
                .filter(extension -> !isGroup(extension))
                .forEach(extension -> comments.of(
                        FIELD, extension, "extension", extension.getOptions().getDeprecated()));
        for (var enumeration : Elements.enums(remarks.descriptor())) {
            comments.of(ENUM, enumeration, "enum", enumeration.getOptions().getDeprecated());
            enumeration.getValues().forEach(comments::of);
        }
    }

    /** A group is field and message at once, and its comment belongs to the message. */
    private static boolean isGroup(FieldDescriptor field) {
        return field.getType() == FieldDescriptor.Type.GROUP
                && field.getName().equalsIgnoreCase(field.getMessageType().getName());
    }

    private void of(EnumValueDescriptor value) {
        if (value.getNumber() != 0 || !value.getName().endsWith("_UNSPECIFIED")) {
            of(ENUM, value, "value", value.getOptions().getDeprecated());
        }
    }

    private void of(Rule rule, GenericDescriptor element, String kind, boolean deprecated) {
        var comment = remarks.lines().comment(element);
        if (comment.isEmpty()) {
            remarks.add(
                    rule,
                    element,
                    "%s %s has no comment".formatted(kind, element.getName()),
                    "say above it what it means");
        } else if (deprecated && !WAY_OUT.matcher(comment).find()) {
            remarks.add(
                    DEPRECATED,
                    element,
                    "%s %s is deprecated, and its comment names no successor".formatted(kind, element.getName()),
                    "add 'Use … instead.'");
        }
    }
}
