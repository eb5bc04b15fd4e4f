package dev.postroad.compiler.proto;

import build.buf.validate.ValidateProto;
import com.google.protobuf.AnyProto;
import com.google.protobuf.ApiProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.WrappersProto;
import dev.postroad.contract.language.ContractLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The {@code .proto} files that every contract may import without having them: they come from the class path. */
final class StandardImports {
    private static final List<String> NAMES = List.of(
            "buf/validate/validate.proto",
            "google/protobuf/any.proto",
            "google/protobuf/api.proto",
            "google/protobuf/descriptor.proto",
            "google/protobuf/duration.proto",
            "google/protobuf/empty.proto",
            "google/protobuf/field_mask.proto",
            "google/protobuf/source_context.proto",
            "google/protobuf/struct.proto",
            "google/protobuf/timestamp.proto",
            "google/protobuf/type.proto",
            "google/protobuf/wrappers.proto",
            "postroad/contract.proto");

    private StandardImports() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /** Their descriptors, as the class path has them. */
    static List<FileDescriptor> descriptors() {
        return List.of(
                ValidateProto.getDescriptor(),
                AnyProto.getDescriptor(),
                ApiProto.getDescriptor(),
                EmptyProto.getDescriptor(),
                StructProto.getDescriptor(),
                WrappersProto.getDescriptor(),
                ContractLanguage.getDescriptor());
    }

    static void copyTo(Path folder) throws IOException {
        for (var name : NAMES) {
            var target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            try (var source = StandardImports.class.getClassLoader().getResourceAsStream(name)) {
                if (source == null) {
                    throw new IllegalStateException(name + " is not on the class path");
                }
                Files.copy(source, target);
            }
        }
    }
}
