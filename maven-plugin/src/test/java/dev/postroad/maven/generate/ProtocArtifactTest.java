package dev.postroad.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocArtifactTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-aarch_64",
        "Mac OS X, x86_64, osx-x86_64",
        "Mac OS X, aarch64, osx-aarch_64",
        "Windows 11, amd64, windows-x86_64"
    })
    void isTheOneForTheMachine(String system, String architecture, String classifier) {
        var artifact = ProtocArtifact.of(system, architecture);

        assertThat(artifact.getClassifier()).isEqualTo(classifier);
        assertThat(artifact.getExtension()).isEqualTo("exe");
        assertThat(artifact.getVersion()).matches("\\d+\\.\\d+\\.\\d+");
    }
}
