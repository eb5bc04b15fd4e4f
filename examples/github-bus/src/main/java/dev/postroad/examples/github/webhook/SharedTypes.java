package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postroad.examples.github.v1.Actor;
import dev.postroad.examples.github.v1.Label;
import dev.postroad.examples.github.v1.Repository;
import java.util.List;
import java.util.Optional;

/** The types of {@code types.proto}, which most payloads contain. */
final class SharedTypes {
    private SharedTypes() {}

    static Optional<Repository> repository(JsonNode payload) {
        return Json.object(
                payload.path("repository"),
                repository -> Repository.newBuilder()
                        .setFullName(repository.path("full_name").asText())
                        .setUrl(repository.path("html_url").asText())
                        .setIsPrivate(repository.path("private").asBoolean())
                        .build());
    }

    static long repositoryId(JsonNode payload) {
        return payload.path("repository").path("id").asLong();
    }

    static Optional<Actor> actor(JsonNode account) {
        return Json.object(account, SharedTypes::toActor);
    }

    static List<Actor> actors(JsonNode accounts) {
        return Json.list(accounts, SharedTypes::toActor);
    }

    private static Actor toActor(JsonNode account) {
        return Actor.newBuilder()
                .setId(account.path("id").asLong())
                .setLogin(account.path("login").asText())
                .setKind(Json.constant(Actor.Kind.class, "KIND_", account.path("type")))
                .setAvatarUrl(account.path("avatar_url").asText())
                .build();
    }

    static Optional<Label> label(JsonNode label) {
        return Json.object(label, SharedTypes::toLabel);
    }

    static List<Label> labels(JsonNode labels) {
        return Json.list(labels, SharedTypes::toLabel);
    }

    private static Label toLabel(JsonNode label) {
        return Label.newBuilder()
                .setName(label.path("name").asText())
                .setColor(label.path("color").asText())
                .build();
    }
}
