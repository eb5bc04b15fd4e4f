package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of webhooks, one a line: {@code {"event": "issues", "payload": {…}}}. */
public final class WebhookFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    /** The file at a path; it is opened by {@link #read} only. */
    public WebhookFile(Path path) {
        this.path = path;
    }

    /**
     * All webhooks, in the order of the file.
     *
     * @throws IOException if the file cannot be read, or a line is no webhook
     */
    public List<Webhook> read() throws IOException {
        var webhooks = new ArrayList<Webhook>();
        for (var line : Files.readAllLines(path)) {
            webhooks.add(webhook(line, webhooks.size() + 1));
        }
        return List.copyOf(webhooks);
    }

    private Webhook webhook(String line, int number) throws IOException {
        try {
            var json = JSON.readTree(line);
            if (!json.path("event").isTextual() || !json.path("payload").isObject()) {
                throw new IOException("%s:%d: not a webhook; a line is {\"event\": \"<type>\", \"payload\": {…}}"
                        .formatted(path, number));
            }
            return new Webhook(json.path("event").asText(), json.path("payload"));
        } catch (JsonProcessingException e) {
            throw new IOException("%s:%d: not JSON: %s".formatted(path, number, e.getOriginalMessage()), e);
        }
    }
}
