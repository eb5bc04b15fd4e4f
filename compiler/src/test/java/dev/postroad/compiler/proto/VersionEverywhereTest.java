package dev.postroad.compiler.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorRequest;
import dev.postroad.compiler.orders.OrderPlaced;
import dev.postroad.contract.version.ContractVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One contract, met in the three ways that descriptors travel. */
class VersionEverywhereTest {
    private static final Path PROTOS = Path.of("src/test/proto");
    private static final String FILE = "orders/order_placed.proto";

    @TempDir
    private Path work;

    @Test
    void isTheSameFromAGeneratedClassADescriptorSetAndACompilerRequest()
            throws DescriptorValidationException, IOException, InterruptedException {
        var fromClass = ContractVersion.of(OrderPlaced.getDescriptor());

        assertThat(ContractVersion.of(fromDescriptorSet())).isEqualTo(fromClass);
        assertThat(ContractVersion.of(fromCompilerRequest())).isEqualTo(fromClass);
    }

    private static Descriptor fromDescriptorSet() {
        return Protoc.installed().compile(PROTOS, "").files().stream()
                .filter(file -> file.shown().equals(FILE))
                .map(file -> file.descriptor().findMessageTypeByName("OrderPlaced"))
                .findFirst()
                .orElseThrow();
    }

    /** Runs protoc with a plug-in that keeps the request it is given. */
    private Descriptor fromCompilerRequest() throws IOException, InterruptedException, DescriptorValidationException {
        var request = work.resolve("request.binpb");
        var plugin = work.resolve("protoc-gen-keep");
        Files.writeString(plugin, "#!/bin/sh\ncat > '" + request + "'\n");
        assertThat(plugin.toFile().setExecutable(true)).isTrue();
        var imports = Files.createDirectory(work.resolve("imports"));
        StandardImports.copyTo(imports);
        var protoc = new ProcessBuilder(
                        System.getProperty(Protoc.PROPERTY),
                        "--plugin=protoc-gen-keep=" + plugin,
                        "--keep_out=" + work,
                        "--proto_path=" + PROTOS,
                        "--proto_path=" + imports,
                        FILE)
                .inheritIO()
                .start();
        assertThat(protoc.waitFor(30, TimeUnit.SECONDS)).isTrue();

        // No registry: a plug-in that knows nothing of the contract language must see the same version.
        Map<String, FileDescriptor> linked = new HashMap<>();
        for (var proto :
                CodeGeneratorRequest.parseFrom(Files.readAllBytes(request)).getProtoFileList()) {
            var dependencies =
                    proto.getDependencyList().stream().map(linked::get).toArray(FileDescriptor[]::new);
            linked.put(proto.getName(), FileDescriptor.buildFrom(proto, dependencies));
        }
        return Objects.requireNonNull(linked.get(FILE)).findMessageTypeByName("OrderPlaced");
    }
}
