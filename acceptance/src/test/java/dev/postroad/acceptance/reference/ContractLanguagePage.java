package dev.postroad.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.acceptance.Checkout;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of the contract language, from the comments of its {@code .proto} file. */
final class ContractLanguagePage {
    private static final int SYNTAX = 12;
    private static final int EXTENSION = 7;
    private static final int MESSAGE = 4;
    private static final int FIELD = 2;
    private static final int NESTED_ENUM = 4;
    private static final int VALUE = 2;

    private static final String TAIL = """

            ## Rules of fields and messages

            `buf/validate/validate.proto` comes with Postroad. Its options `(buf.validate.field)`, `(buf.validate.message)` and
            `(buf.validate.oneof)` are [protovalidate's](https://protovalidate.com/reference/rules/standard_rules/): standard rules
            such as `string.email = true` or `int32.gt = 0`, and rules of your own in CEL. A message is held against all of them
            before it is sent.
            """;

    private final FileDescriptor file;

    private ContractLanguagePage(FileDescriptor file) {
        this.file = file;
    }

    /** The page; the file is compiled in the given folder. */
    static String text(Path folder) throws IOException {
        // Under another name than the one that every contract imports, so that it is compiled for itself.
        Files.copy(
                Checkout.ROOT.resolve("contract/src/main/proto/postroad/contract.proto"), folder.resolve("it.proto"));
        var compilation = new Protoc(Checkout.protoc()).compile(folder, "");
        assertThat(compilation.findings()).isEmpty();
        return new ContractLanguagePage(compilation.files().get(0).descriptor()).page();
    }

    private String page() {
        var options = file.findMessageTypeByName("TopicOptions");
        return """
                # Contract language

                This page is generated from the comments of `postroad/contract.proto`.

                %s

                | option | of | type | meaning |
                |---|---|---|---|
                %s
                ## (postroad.topic)

                %s

                | option | type | meaning |
                |---|---|---|
                %s
                %s""".formatted(
                        comment(List.of(SYNTAX)),
                        extensions(),
                        comment(List.of(MESSAGE, options.getIndex())),
                        fields(options),
                        options.getEnumTypes().stream().map(this::values).collect(Collectors.joining("\n")))
                + TAIL;
    }

    private String extensions() {
        return file.getExtensions().stream()
                .map(option -> "| `(%s)` | %s | %s | %s |\n"
                        .formatted(
                                option.getFullName(),
                                option.getContainingType()
                                        .getName()
                                        .replace("Options", "")
                                        .toLowerCase(Locale.ROOT),
                                option.getJavaType() == JavaType.MESSAGE ? "[message](#postroadtopic)" : type(option),
                                oneLine(List.of(EXTENSION, option.getIndex()))))
                .collect(Collectors.joining());
    }

    private String fields(Descriptor message) {
        return message.getFields().stream()
                .map(field -> "| `%s` | %s | %s |\n"
                        .formatted(
                                field.getName(),
                                type(field),
                                oneLine(List.of(MESSAGE, message.getIndex(), FIELD, field.getIndex()))))
                .collect(Collectors.joining());
    }

    private String values(EnumDescriptor type) {
        var path = List.of(MESSAGE, type.getContainingType().getIndex(), NESTED_ENUM, type.getIndex());
        return """
                ### %s

                %s

                | value | meaning |
                |---|---|
                """.formatted(type.getName(), comment(path))
                + type.getValues().stream()
                        .map(value -> "| `%s` | %s |\n"
                                .formatted(
                                        value.getName(),
                                        oneLine(Stream.concat(path.stream(), Stream.of(VALUE, value.getIndex()))
                                                .toList())))
                        .collect(Collectors.joining());
    }

    private static String type(FieldDescriptor field) {
        var name = field.getJavaType() == JavaType.ENUM
                ? "[%1$s](#%2$s)"
                        .formatted(
                                field.getEnumType().getName(),
                                field.getEnumType().getName().toLowerCase(Locale.ROOT))
                : field.toProto().getType().name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
        return field.isRepeated() ? "list of " + name : name;
    }

    private String oneLine(List<Integer> path) {
        return comment(path).replace('\n', ' ');
    }

    private String comment(List<Integer> path) {
        return file.toProto().getSourceCodeInfo().getLocationList().stream()
                .filter(location -> location.getPathList().equals(path))
                .map(Location::getLeadingComments)
                .map(text -> text.lines().map(String::strip).collect(Collectors.joining("\n")))
                .findFirst()
                .orElseThrow();
    }
}
