package dev.postroad.examples.github.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebhookFileTest {
    private static final String STAR = "{\"event\": \"star\", \"payload\": {\"action\": \"created\"}}\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("webhooks.ndjson");
    }

    @Test
    void readsOneWebhookALine() throws IOException {
        Files.writeString(file, STAR + STAR);

        assertThat(new WebhookFile(file).read()).hasSize(2).allSatisfy(webhook -> {
            assertThat(webhook.event()).isEqualTo("star");
            assertThat(webhook.payload().path("action").asText()).isEqualTo("created");
        });
    }

    @Test
    void namesTheLineThatIsNoWebhook() throws IOException {
        Files.writeString(file, STAR + "{\"event\": \"star\"}\n");

        assertThatThrownBy(() -> new WebhookFile(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("webhooks.ndjson:2: not a webhook");
    }

    @Test
    void namesTheLineThatIsNoJson() throws IOException {
        Files.writeString(file, STAR + STAR + "{\"event\": \n");

        assertThatThrownBy(() -> new WebhookFile(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("webhooks.ndjson:3: not JSON");
    }
}
