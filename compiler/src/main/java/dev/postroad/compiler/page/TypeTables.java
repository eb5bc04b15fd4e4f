package dev.postroad.compiler.page;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.words.ConstraintWords;
import dev.postroad.contract.language.ContractOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of fields and of enums' values. */
record TypeTables(Types types, Comments comments) {
    /** The section of a type that the contract's message reaches. */
    List<String> section(GenericDescriptor type) {
        var lines = new ArrayList<String>();
        lines.addAll(List.of("", "### " + Markdown.text(types.heading(type)), ""));
        var comment = comments.of(type);
        if (!comment.isBlank()) {
            lines.addAll(List.of(Markdown.paragraphs(comment), ""));
        }
        if (type instanceof EnumDescriptor enumeration) {
            lines.addAll(values(enumeration));
        } else if (type instanceof Descriptor message) {
            lines.addAll(fields(message));
            var rules = rules(message);
            if (!rules.isEmpty()) {
                lines.add("");
                lines.addAll(rules);
            }
        }
        return lines;
    }

    /** The table of a message's fields, in the order in which they are written, with its extensions. */
    List<String> fields(Descriptor message) {
        var fields = types.fields(message);
        if (fields.isEmpty()) {
            return List.of("No fields.");
        }
        return Stream.concat(
                        Stream.of(Markdown.header("field", "number", "type", "", "meaning", "must be")),
                        fields.stream().map(this::row))
                .toList();
    }

    private String row(FieldDescriptor field) {
        return Markdown.row(
                Markdown.code(field.isExtension() ? "[" + field.getFullName() + "]" : field.getName()),
                Integer.toString(field.getNumber()),
                types.shown(field),
                marks(field),
                Markdown.line(comments.of(field)),
                // protovalidate does not look at extensions.
                field.isExtension()
                        ? ""
                        : ConstraintWords.of(field).stream()
                                .map(Markdown::phrase)
                                .collect(Collectors.joining("; ")));
    }

    private static String marks(FieldDescriptor field) {
        var marks = new ArrayList<String>();
        if (field.isExtension()) {
            marks.add("extension");
        }
        var oneof = field.getRealContainingOneof();
        if (oneof != null) {
            marks.add("one of " + Markdown.code(oneof.getName()));
        } else if (field.isRequired() || FieldPresence.isAskedFor(field)) {
            marks.add("required");
        } else if (field.isRepeated() && !field.isMapField()) {
            marks.add("repeated");
        } else if (field.hasPresence() && !field.isMapField() && !field.isExtension()) {
            marks.add("optional");
        }
        if (ContractOptions.isPersonalData(field)) {
            marks.add("**personal data**");
        }
        if (field.getOptions().getDeprecated()) {
            marks.add("**deprecated**");
        }
        return String.join(", ", marks);
    }

    /** The rules that bind several fields, as a list; empty if there are none. */
    List<String> rules(Descriptor message) {
        var lines = new ArrayList<String>();
        for (var oneof : message.getRealOneofs()) {
            var comment = Markdown.line(comments.of(oneof));
            var words = ConstraintWords.of(oneof).stream().map(phrase -> "; " + Markdown.phrase(phrase));
            lines.add("- one of %s at most: %s%s%s"
                    .formatted(
                            Markdown.code(oneof.getName()),
                            oneof.getFields().stream()
                                    .map(field -> Markdown.code(field.getName()))
                                    .collect(Collectors.joining(", ")),
                            words.collect(Collectors.joining()),
                            comment.isEmpty() ? "" : ". " + comment));
        }
        ConstraintWords.of(message).forEach(phrase -> lines.add("- " + Markdown.phraseInProse(phrase)));
        return lines;
    }

    private List<String> values(EnumDescriptor enumeration) {
        return Stream.concat(
                        Stream.of(Markdown.header("value", "number", "meaning")),
                        enumeration.getValues().stream()
                                .map(value -> Markdown.row(
                                        Markdown.code(value.getName()),
                                        Integer.toString(value.getNumber()),
                                        (value.getOptions().getDeprecated() ? "**deprecated** " : "")
                                                + Markdown.line(comments.of(value)))))
                .toList();
    }
}
