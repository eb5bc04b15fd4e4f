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
 * A contract, the file of shared types that it imports, and a file of extensions that imports both, all open to
 * changes.
 *
 * @param name its folder, and the first part of its packages
 */
record Schema(
        String name,
        FileDescriptorProto.Builder contract,
        FileDescriptorProto.Builder shared,
        FileDescriptorProto.Builder extras) {
    /** The message that the topic carries, until a mutation renames or deletes it. */
    static final String ROOT = "Order";

    static final int FIRST_EXTENSION = 1000;

    List<FileDescriptorProto.Builder> files() {
        return List.of(contract, shared, extras);
    }

    String syntax() {
        return contract.getSyntax();
    }

    boolean isEdition() {
        return syntax().equals("editions");
    }

    boolean isProto2() {
        return syntax().equals("proto2");
    }

    boolean isProto3() {
        return syntax().equals("proto3");
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

    /** Every extension, at the top of a file or in a message. */
    List<FieldDescriptorProto.Builder> extensions() {
        return Stream.concat(
                        files().stream().flatMap(file -> file.getExtensionBuilderList().stream()),
                        messages().stream().flatMap(message -> message.getExtensionBuilderList().stream()))
                .toList();
    }

    /** Takes an extension from where it is declared. */
    FieldDescriptorProto remove(FieldDescriptorProto.Builder extension) {
        var removed = extension.build();
        for (var file : files()) {
            var index = file.getExtensionList().indexOf(removed);
            if (index >= 0) {
                file.removeExtension(index);
            }
        }
        for (var message : messages()) {
            var index = message.getExtensionList().indexOf(removed);
            if (index >= 0) {
                message.removeExtension(index);
            }
        }
        return removed;
    }

    /** The message that an extension belongs to. */
    DescriptorProto.Builder extended(FieldDescriptorProtoOrBuilder extension) {
        return messages().stream()
                .filter(message -> isExtended(message, extension))
                .findFirst()
                .orElseThrow();
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

    /** Writes the files below a folder of contracts. */
    void write(Path contracts) throws IOException {
        extras.clearDependency().addDependency(contract.getName()).addDependency(shared.getName());
        for (var file : files()) {
            var path = contracts.resolve(file.getName());
            Files.createDirectories(path.getParent());
            Files.writeString(path, ProtoText.of(file.build()));
        }
    }
}
