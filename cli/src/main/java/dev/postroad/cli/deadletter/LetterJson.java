package dev.postroad.cli.deadletter;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.postroad.client.deadletter.DeadLetter;
import dev.postroad.contract.version.ContractVersion;
import dev.postroad.platform.message.RecordView;

/** A dead letter as JSON. */
final class LetterJson {
    private LetterJson() {}

    static JsonObject of(DeadLetter letter, RecordView view) {
        var origin = letter.origin();
        var shown = view.of(letter.record());
        var object = new JsonObject();
        object.addProperty("partition", letter.position().partition());
        object.addProperty("offset", letter.position().offset());
        object.addProperty("givenUp", letter.at().toString());
        var published = new JsonObject();
        published.addProperty("topic", origin.topic());
        published.addProperty("partition", origin.partition());
        published.addProperty("offset", origin.offset());
        published.addProperty("timestamp", origin.timestamp().toString());
        object.add("published", published);
        object.addProperty("attempts", origin.deliveries());
        object.addProperty("delayedRetries", origin.retries());
        object.addProperty("replays", origin.replays());
        letter.exception().ifPresent(exception -> object.addProperty("exception", exception));
        letter.reason().ifPresent(reason -> object.addProperty("reason", reason));
        letter.stackTrace().ifPresent(trace -> object.addProperty("stackTrace", trace));
        letter.traceId().ifPresent(id -> object.addProperty("traceId", id));
        shown.key().ifPresent(key -> object.addProperty("key", key));
        shown.version().map(ContractVersion::toString).ifPresent(version -> object.addProperty("version", version));
        shown.json().ifPresent(message -> object.add("message", JsonParser.parseString(message)));
        shown.problem().ifPresent(problem -> object.addProperty("problem", problem));
        return object;
    }
}
