package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveTableTest {
    @Test
    void drawsTheWholePicture() {
        var lines = LiveTable.lines(Pictures.busyView());

        assertThat(Path.of("src/test/resources/live-table.txt")).hasContent(String.join("\n", lines) + "\n");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        var view = new UpView("empty", "localhost:9092", Duration.ofHours(100), Pictures.empty(), List.of(), List.of());

        assertThat(LiveTable.lines(view))
                .containsExactly(
                        "Postroad   bus empty   broker localhost:9092   up 100:00:00",
                        "",
                        "TOPIC  PUBLISHED  REFUSED  GROUP  CONSUMED  LAG  P50  P99");
    }
}
