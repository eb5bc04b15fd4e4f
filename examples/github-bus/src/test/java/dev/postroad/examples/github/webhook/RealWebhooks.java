package dev.postroad.examples.github.webhook;

import com.google.protobuf.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The webhooks that come with the example. */
public final class RealWebhooks {
    /** All of them. */
    public static final List<Webhook> ALL = read();

    private RealWebhooks() {}

    /** The messages of one event, in the order of the file. */
    public static Stream<Message> messages(String event) {
        return ALL.stream()
                .filter(webhook -> webhook.event().equals(event))
                .map(webhook -> Mappings.message(webhook).orElseThrow());
    }

    /** The messages of one type whose webhook says an action, in the order of the file. */
    public static <M extends Message> Stream<M> messages(Class<M> type, String action) {
        return ALL.stream()
                .filter(webhook -> webhook.payload().path("action").asText().equals(action))
                .flatMap(webhook -> Mappings.message(webhook).stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static List<Webhook> read() {
        try {
            return new WebhookFile(Path.of("data/github-webhooks.ndjson")).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
