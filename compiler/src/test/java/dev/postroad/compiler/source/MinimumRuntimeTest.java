package dev.postroad.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import build.buf.validate.ValidateProto;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.topic.Contract;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The version of protobuf-java that docs/explanation/validation.md names. */
@TestInstance(Lifecycle.PER_CLASS)
class MinimumRuntimeTest {
    private static final Path CASES = Path.of("src/test/resources/check-source");
    private static final Path RUNTIMES = Path.of("target/protobuf-java");

    private CheckSource source;
    private Path folder;

    @BeforeAll
    void compileTheCheckOfEveryRule(@TempDir Path classes) throws IOException {
        var protoc = Protoc.installed();
        var message = protoc.compile(CASES, "")
                .files()
                .get(0)
                .descriptor()
                .getMessageTypes()
                .get(0);
        source = new CheckSource(Contract.of(message), new PlanReader().read(message));
        protoc.generateJava(CASES, List.of("every_rule.proto"), classes);
        Files.writeString(classes.resolve(source.path()), source.text());
        new CompiledSources(classes);
        folder = classes;
    }

    @Test
    void checksAMessageWithTheOldestRuntimeThatIsPromised() throws IOException, ReflectiveOperationException {
        try (var loader = classPath("4.36.0")) {
            assertThat(violationsOfAnEmptyMessage(loader)).isNotEmpty();
        }
    }

    @Test
    void cannotLoadTheMessageWithTheOneBefore() throws IOException {
        try (var loader = classPath("4.35.1")) {
            assertThatThrownBy(() -> violationsOfAnEmptyMessage(loader))
                    .isInstanceOf(InvocationTargetException.class)
                    .rootCause()
                    .hasMessageContaining("4.36.0")
                    .hasMessageContaining("4.35.1");
        }
    }

    /** What a service has on its class path that has no uncompiled rule. */
    private URLClassLoader classPath(String protobuf) throws IOException {
        return new URLClassLoader(
                new URL[] {
                    folder.toUri().toURL(),
                    location(Check.class),
                    location(ValidateProto.class),
                    RUNTIMES.resolve("protobuf-java-%s.jar".formatted(protobuf))
                            .toUri()
                            .toURL()
                },
                ClassLoader.getPlatformClassLoader());
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private Collection<?> violationsOfAnEmptyMessage(ClassLoader loader) throws ReflectiveOperationException {
        var type = loader.loadClass("com.example.rules.v1.EveryRule");
        var empty = type.getMethod("getDefaultInstance").invoke(null);
        var check = loader.loadClass(source.className());
        return (Collection<?>) check.getMethod("violations", type)
                .invoke(check.getConstructor().newInstance(), empty);
    }
}
