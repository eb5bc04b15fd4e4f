package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A contract and the file of shared types that it imports, both open to changes.
 *
 * @param name its folder, and the first part of its packages
 */
record Schema(String name, FileDescriptorProto.Builder contract, FileDescriptorProto.Builder shared) {
    /** The message that the topic carries, until a mutation renames or deletes it. */
    static final String ROOT = "Order";

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

    /** Replaces a name, of a type or a package, wherever a field's type begins with it. */
    void rename(String old, String fresh) {
        var reference = Pattern.compile(Pattern.quote("." + old) + "(?![A-Za-z0-9_])");
        for (var field : fields()) {
            field.setTypeName(reference.matcher(field.getTypeName()).replaceAll("." + fresh));
        }
    }

    /** Whether a field is of a type, or of one inside of it. */
    boolean uses(String type) {
        var reference = Pattern.compile(Pattern.quote("." + type) + "(?![A-Za-z0-9_])");
        return fields().stream()
                .anyMatch(field -> reference.matcher(field.getTypeName()).find());
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
