package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProtoOrBuilder;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A contract and the file of shared types that it imports, both open to changes.
 *
 * @param name its folder, and the first part of its packages
 */
record Schema(String name, FileDescriptorProto.Builder contract, FileDescriptorProto.Builder shared) {
    /** The message that the topic carries, until a mutation renames or deletes it. */
    static final String ROOT = "Order";

    static final int FIRST_EXTENSION = 1000;

    List<FileDescriptorProto.Builder> files() {
        return List.of(contract, shared);
    }

    boolean isEdition() {
        return contract.getSyntax().equals("editions");
    }

    /** Every message, the nested ones after their parents. */
    List<DescriptorProto.Builder> messages() {
        var messages = new ArrayList<DescriptorProto.Builder>();
        files().forEach(file -> messages.addAll(file.getMessageTypeBuilderList()));
        for (var index = 0; index < messages.size(); index++) {
            messages.addAll(messages.get(index).getNestedTypeBuilderList());
        }
        return messages;
    }

    List<EnumDescriptorProto.Builder> enums() {
        var enums = new ArrayList<EnumDescriptorProto.Builder>();
        files().forEach(file -> enums.addAll(file.getEnumTypeBuilderList()));
        messages().forEach(message -> enums.addAll(message.getEnumTypeBuilderList()));
        return enums;
    }

    List<FieldDescriptorProto.Builder> fields() {
        return messages().stream()
                .flatMap(message -> message.getFieldBuilderList().stream())
                .toList();
    }

    /** The extensions that the contract's file declares. */
    List<FieldDescriptorProto.Builder> extensions() {
        return contract.getExtensionBuilderList();
    }

    /** Whether an extension is one of a message; no two messages of a schema have one name. */
    boolean isExtended(DescriptorProto.Builder message, FieldDescriptorProtoOrBuilder extension) {
        return extension.getExtendee().endsWith("." + message.getName());
    }

    private List<FieldDescriptorProto.Builder> fieldsAndExtensions() {
        return Stream.concat(fields().stream(), extensions().stream()).toList();
    }

    /** Replaces a name, of a type or a package, wherever a field's type begins with it. */
    void rename(String old, String fresh) {
        var reference = Pattern.compile(Pattern.quote("." + old) + "(?![A-Za-z0-9_])");
        for (var field : fieldsAndExtensions()) {
            field.setTypeName(reference.matcher(field.getTypeName()).replaceAll("." + fresh));
        }
        for (var extension : extensions()) {
            extension.setExtendee(reference.matcher(extension.getExtendee()).replaceAll("." + fresh));
        }
    }

    /** Whether a field is of a type, or of one inside of it, or extends it. */
    boolean uses(String type) {
        var reference = Pattern.compile(Pattern.quote("." + type) + "(?![A-Za-z0-9_])");
        return fieldsAndExtensions().stream()
                .anyMatch(field -> reference.matcher(field.getTypeName()).find()
                        || reference.matcher(field.getExtendee()).find());
    }

    /** Writes both files below a folder of contracts. */
    void write(Path contracts) throws IOException {
        for (var file : files()) {
            var path = contracts.resolve(file.getName());
            Files.createDirectories(path.getParent());
            Files.writeString(path, ProtoText.of(file.build()));
        }
    }
}
