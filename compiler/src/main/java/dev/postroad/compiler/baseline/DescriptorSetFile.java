package dev.postroad.compiler.baseline;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Linker;
import dev.postroad.contract.language.ContractOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of Protobuf's {@code FileDescriptorSet}. Its files may come in any order. Used once. */
final class DescriptorSetFile {
    private static final long MOST_BYTES = 128L << 20;

    private final Path path;
    private final Linker linker = Linker.ofStandardImports();
    private final Set<String> open = new HashSet<>();
    private Map<String, FileDescriptorProto> files = Map.of();

    DescriptorSetFile(Path path) {
        this.path = path;
    }

    PriorContracts read(Origin origin) {
        files = set().getFileList().stream()
                .collect(Collectors.toMap(FileDescriptorProto::getName, Function.identity(), (one, other) -> one));
        if (files.isEmpty() || files.containsKey("")) {
            throw refused("is no descriptor set");
        }
        return new PriorContracts(
                origin,
                files.values().stream()
                        .filter(file -> !Linker.isStandardImport(file.getName()))
                        .map(file -> new SourceFile(
                                BusRepository.CONTRACTS + "/" + file.getName(), descriptor(file.getName()), List.of()))
                        .sorted(Comparator.comparing(SourceFile::shown))
                        .toList());
    }

    private FileDescriptorSet set() {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw refused("is larger than %d MB, and no descriptor set of contracts".formatted(MOST_BYTES >> 20));
            }
            return FileDescriptorSet.parseFrom(Files.readAllBytes(path), ContractOptions.registry());
        } catch (InvalidProtocolBufferException e) {
            throw refused("is no descriptor set", e);
        } catch (IOException e) {
            throw new NoBaselineException("%s cannot be read (%s); check its rights".formatted(path, e), e);
        }
    }

    private FileDescriptor descriptor(String name) {
        return linker.find(name).orElseGet(() -> link(name));
    }

    private FileDescriptor link(String name) {
        var file = files.get(name);
        if (file == null) {
            throw refused("lacks %s, which one of its files imports".formatted(name));
        }
        if (!open.add(name)) {
            throw refused("has %s, which imports itself".formatted(name));
        }
        file.getDependencyList().forEach(this::descriptor);
        try {
            return linker.link(file);
        } catch (DescriptorValidationException e) {
            throw refused("is broken (%s)".formatted(e.getMessage()), e);
        }
    }

    private NoBaselineException refused(String why) {
        return refused(why, null);
    }

    private NoBaselineException refused(String why, @Nullable Exception cause) {
        return new NoBaselineException(
                "%s %s; write one with protoc --include_imports --retain_options --descriptor_set_out=FILE"
                        .formatted(path, why),
                cause);
    }
}
