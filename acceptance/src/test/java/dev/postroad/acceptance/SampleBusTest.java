package dev.postroad.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.postroad.acceptance.reference.JsonReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The main job, from end to end. Its time limits are those of a person who waits, so it has the machine to itself. */
@Isolated
class SampleBusTest {
    private static final Path SAMPLE = Checkout.ROOT.resolve("examples/github-bus");

    @Test
    void accountsForEveryPayload(@TempDir Path folder) throws IOException, InterruptedException {
        var arguments = List.of("up", "--once", "--format", "json", "--port", "0", "--data-dir", folder.toString());

        var up = ChildProcess.run(
                folder,
                Map.of(),
                Stream.concat(Checkout.postroad(SAMPLE).stream(), arguments.stream())
                        .toArray(String[]::new));

        assertThat(up.status()).as(up.err()).isZero();
        assertThat(up.err()).contains("every accepted message was consumed by every subscriber");
        var bus = JsonParser.parseString(up.out()).getAsJsonObject();
        assertThat(sum(bus, "published")).isEqualTo(132);
        assertThat(sum(bus, "refused")).isEqualTo(8);
        assertThat(sum(bus, "failed")).isZero();
        assertThat(Checkout.read("examples/github-bus/README.md")).contains("\n" + says(bus, "feed") + "\n");
        JsonReference.of("up").describes(up.out());
    }

    private static String says(JsonObject bus, String process) {
        return StreamSupport.stream(bus.getAsJsonArray("processes").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(each -> each.get("name").getAsString().equals(process))
                .map(each -> each.get("says").getAsString())
                .findFirst()
                .orElseThrow();
    }

    private static int sum(JsonObject bus, String key) {
        return StreamSupport.stream(bus.getAsJsonArray("topics").spliterator(), false)
                .mapToInt(topic -> topic.getAsJsonObject().get(key).getAsInt())
                .sum();
    }
}
