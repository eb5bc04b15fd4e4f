package dev.postroad.client.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private final Path file;

    SecretTest(@TempDir Path folder) {
        file = folder.resolve("password");
    }

    @Test
    void isWhatItWasMadeOf() {
        assertThat(Secret.of("a-secret").value()).isEqualTo("a-secret");
        assertThat(Secret.of("a-secret")).hasToString("***").isEqualTo(Secret.of("a-secret"));
        assertThatThrownBy(() -> Secret.of("")).hasMessage("the secret is empty; leave it out, or say what it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a secret ", "a secret \n", "a secret \r\n"})
    void isTheContentOfAFileWithoutTheEndOfItsLine(String content) throws IOException {
        Files.writeString(file, content);

        assertThat(Secret.in(file).value()).isEqualTo("a secret ");
        assertThat(Secret.in(file)).hasToString("*** in " + file).isEqualTo(Secret.in(file));
    }

    @Test
    void isReadEachTime() throws IOException {
        var secret = Secret.in(file);
        Files.writeString(file, "one");
        assertThat(secret.value()).isEqualTo("one");

        Files.writeString(file, "two");

        assertThat(secret.value()).isEqualTo("two");
    }

    @Test
    void isTheLastOneWhileTheFileIsBeingReplaced() throws IOException {
        var secret = Secret.in(file);
        Files.writeString(file, "one");
        assertThat(secret.value()).isEqualTo("one");

        Files.writeString(file, "");
        assertThat(secret.value()).isEqualTo("one");
        Files.delete(file);
        assertThat(secret.value()).isEqualTo("one");
    }

    @Test
    void isRefusedAFileThatIsNotThere() {
        assertThatThrownBy(() -> Secret.in(file).value())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "%s: cannot be read (java.nio.file.NoSuchFileException: %s); it should hold the password, and nothing else",
                        file, file);
    }

    @Test
    void isRefusedAnEmptyFile() throws IOException {
        Files.writeString(file, "\n");

        assertThatThrownBy(() -> Secret.in(file).value())
                .hasMessage("%s: is empty; it should hold the password, and nothing else", file);
    }
}
