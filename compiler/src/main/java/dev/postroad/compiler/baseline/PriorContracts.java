package dev.postroad.compiler.baseline;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import java.util.List;

/**
 * The contracts that others are compared with.
 *
 * @param origin where they come from
 * @param files its compiled files; empty if it has no contracts
 */
public record PriorContracts(Origin origin, List<SourceFile> files) {
    public PriorContracts {
        files = List.copyOf(files);
    }

    /** The messages at the top of its files. */
    public List<Descriptor> messages() {
        return files.stream()
                .flatMap(file -> file.descriptor().getMessageTypes().stream())
                .toList();
    }
}
