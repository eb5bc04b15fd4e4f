package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UpJsonTest {
    @Test
    void holdsAllThatTheTableShows() throws IOException {
        var json = UpJson.of("localhost:9092", Pictures.busy(), Pictures.processes());

        assertThat(json).isEqualTo(JsonParser.parseString(Files.readString(Path.of("src/test/resources/up.json"))));
    }
}
