package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ExtensionRange;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a file as text. A field's type name is its type as it is written, maps and scalars included; a field's label
 * says whether it is repeated, or required in proto2, and {@code proto3_optional} whether it says {@code optional}.
 */
final class ProtoText {
    private static final int LAST_OF_MESSAGE = 536_870_911;

    private final FileDescriptorProto file;
    private final StringBuilder text = new StringBuilder();

    private ProtoText(FileDescriptorProto file) {
        this.file = file;
    }

    static String of(FileDescriptorProto file) {
        return new ProtoText(file).write();
    }

    private String write() {
        line(
                0,
                file.getSyntax().equals("editions")
                        ? "edition = \"2023\";"
                        : "syntax = \"%s\";".formatted(file.getSyntax()));
        line(0, "package " + file.getPackage() + ";");
        file.getDependencyList().forEach(name -> line(0, "import \"" + name + "\";"));
        options(file.getOptions()).forEach(option -> line(0, "option " + option + ";"));
        file.getMessageTypeList().forEach(message -> write(message, 0));
        file.getEnumTypeList().forEach(type -> write(type, 0));
        file.getExtensionList().forEach(extension -> extension(extension, 0));
        return text.toString();
    }

    private void extension(FieldDescriptorProto extension, int depth) {
        line(depth, "extend " + extension.getExtendee() + " {");
        line(depth + 1, field(extension));
        line(depth, "}");
    }

    private void write(DescriptorProto message, int depth) {
        line(depth, "message " + message.getName() + " {");
        options(message.getOptions()).forEach(option -> line(depth + 1, "option " + option + ";"));
        message.getReservedRangeList()
                .forEach(range -> line(depth + 1, reserved(range.getStart(), range.getEnd() - 1, LAST_OF_MESSAGE)));
        message.getReservedNameList().forEach(name -> line(depth + 1, reserved(name)));
        message.getExtensionRangeList()
                .forEach(range -> line(
                        depth + 1,
                        "extensions %d to %d%s;".formatted(range.getStart(), range.getEnd() - 1, declarations(range))));
        message.getFieldList().stream()
                .filter(field -> !field.hasOneofIndex())
                .forEach(field -> line(depth + 1, field(field)));
        for (var index = 0; index < message.getOneofDeclCount(); index++) {
            oneof(message, index, depth + 1);
        }
        message.getNestedTypeList().forEach(nested -> write(nested, depth + 1));
        message.getEnumTypeList().forEach(type -> write(type, depth + 1));
        message.getExtensionList().forEach(extension -> extension(extension, depth + 1));
        line(depth, "}");
    }

    private static String declarations(ExtensionRange range) {
        return range.getOptions().getDeclarationList().stream()
                .map(declared -> " [declaration = { number: %d reserved: true }]".formatted(declared.getNumber()))
                .collect(Collectors.joining());
    }

    private void oneof(DescriptorProto message, int index, int depth) {
        var fields = message.getFieldList().stream()
                .filter(field -> field.hasOneofIndex() && field.getOneofIndex() == index)
                .toList();
        // Protobuf knows no empty oneof.
        if (!fields.isEmpty()) {
            line(depth, "oneof " + message.getOneofDecl(index).getName() + " {");
            fields.forEach(field -> line(depth + 1, field(field)));
            line(depth, "}");
        }
    }

    private void write(EnumDescriptorProto type, int depth) {
        line(depth, "enum " + type.getName() + " {");
        options(type.getOptions()).forEach(option -> line(depth + 1, "option " + option + ";"));
        if (type.getValueList().stream()
                        .map(EnumValueDescriptorProto::getNumber)
                        .distinct()
                        .count()
                < type.getValueCount()) {
            line(depth + 1, "option allow_alias = true;");
        }
        type.getReservedRangeList()
                .forEach(range -> line(depth + 1, reserved(range.getStart(), range.getEnd(), Integer.MAX_VALUE)));
        type.getReservedNameList().forEach(name -> line(depth + 1, reserved(name)));
        type.getValueList().forEach(value -> line(depth + 1, value.getName() + " = " + value.getNumber() + ";"));
        line(depth, "}");
    }

    private String field(FieldDescriptorProto field) {
        var options = options(field.getOptions());
        if (field.hasJsonName()) {
            options.add("json_name = \"" + field.getJsonName() + "\"");
        }
        if (field.hasDefaultValue()) {
            options.add("default = " + field.getDefaultValue());
        }
        return "%s%s %s = %d%s;"
                .formatted(
                        label(field),
                        field.getTypeName(),
                        field.getName(),
                        field.getNumber(),
                        options.isEmpty() ? "" : options.stream().collect(Collectors.joining(", ", " [", "]")));
    }

    private String label(FieldDescriptorProto field) {
        if (field.getLabel() == Label.LABEL_REPEATED) {
            return "repeated ";
        }
        if (!file.getSyntax().equals("proto2")) {
            return field.getProto3Optional() ? "optional " : "";
        }
        if (field.hasOneofIndex() || field.getTypeName().startsWith("map<")) {
            return "";
        }
        return field.getLabel() == Label.LABEL_REQUIRED ? "required " : "optional ";
    }

    private static String reserved(int first, int last, int end) {
        return first == last
                ? "reserved %d;".formatted(first)
                : "reserved %d to %s;".formatted(first, last == end ? "max" : last);
    }

    private String reserved(String name) {
        return file.getSyntax().equals("editions") ? "reserved " + name + ";" : "reserved \"" + name + "\";";
    }

    /** Options that are scalars, enums, features, or extensions. */
    private static List<String> options(Message options) {
        var texts = new ArrayList<String>();
        options.getAllFields().forEach((option, value) -> {
            if (value instanceof FeatureSet features) {
                features.getAllFields()
                        .forEach((feature, set) -> texts.add("features.%s = %s".formatted(feature.getName(), set)));
            } else if (value instanceof Message extension) {
                var printed = TextFormat.printer().emittingSingleLine(true).printToString(extension);
                texts.add("(%s) = { %s }".formatted(option.getFullName(), printed));
            } else {
                texts.add("%s = %s".formatted(option.getName(), value instanceof String ? "\"" + value + "\"" : value));
            }
        });
        return texts;
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
