package dev.postroad.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleBusTest {
    @ParameterizedTest
    @ValueSource(strings = {"github-bus", "hello", "spring-orders"})
    void isClean(String bus) {
        var repository = BusRepository.load(Path.of("../examples").resolve(bus), Protoc.installed());

        var report = Lint.check(repository);

        assertThat(repository.contracts()).isNotEmpty();
        assertThat(repository.findings()).isEmpty();
        assertThat(report.findings()).isEmpty();
    }
}
