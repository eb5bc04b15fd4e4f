package dev.postroad.compiler.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.postroad.compiler.baseline.PriorContractsReader;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Extensions stand in files that no contract imports: every baseline has to have them. */
class EveryBaselineTest {
    @TempDir
    private Path work;

    static Stream<Arguments> cases() throws IOException {
        return ChangeCase.all().stream()
                .filter(example -> example.name().contains("extension"))
                .map(example -> Arguments.argumentSet(example.name(), example));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheSame(ChangeCase example) throws IOException, InterruptedException {
        var before = example.bus("before", work);
        git("init", "--quiet");
        git("add", "before");
        git("commit", "--quiet", "--message=before");
        var after = example.bus("after", work);

        var found = Stream.of(
                        before.root().toString(),
                        before.contractsFolder().toString(),
                        descriptorSet(before),
                        "HEAD:before")
                .map(baseline -> ChangeCase.yaml(check(after, baseline)));

        assertThat(found).containsOnly(Files.readString(example.expected()));
    }

    private static List<Finding> check(BusRepository after, String baseline) {
        return Compatibility.check(new PriorContractsReader(after, Protoc.installed()).read(baseline), after);
    }

    private String descriptorSet(BusRepository bus) throws IOException {
        var set = FileDescriptorSet.newBuilder();
        bus.files().forEach(file -> set.addFile(file.descriptor().toProto()));
        return Files.write(work.resolve("before.binpb"), set.build().toByteArray())
                .toString();
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(
                Stream.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"), Stream.of(arguments));
        var process = new ProcessBuilder(command.toList())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
