package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postroad.examples.github.v1.ReleaseChanged;
import dev.postroad.examples.github.v1.RepositoryState;
import dev.postroad.examples.github.v1.StarChanged;

/** The events {@code repository}, {@code release} and {@code star}. */
final class RepositoryMapping {
    private RepositoryMapping() {}

    static RepositoryState state(JsonNode payload) {
        var repository = payload.path("repository");
        var renamed = payload.path("changes").path("repository").path("name").path("from");
        var message = RepositoryState.newBuilder()
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setAction(Json.constant(RepositoryState.Action.class, "ACTION_", payload.path("action")))
                .setDefaultBranch(repository.path("default_branch").asText())
                .setIsFork(repository.path("fork").asBoolean())
                .setIsArchived(repository.path("archived").asBoolean())
                .setStars(repository.path("stargazers_count").asLong())
                .setOpenIssues(repository.path("open_issues_count").asLong());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(repository.path("owner")).ifPresent(message::setOwner);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        Json.text(renamed).ifPresent(message::setPreviousName);
        Json.text(repository.path("description")).ifPresent(message::setDescription);
        Json.text(repository.path("language")).ifPresent(message::setLanguage);
        Json.time(repository.path("created_at")).ifPresent(message::setCreatedAt);
        Json.time(repository.path("updated_at")).ifPresent(message::setUpdatedAt);
        Json.time(repository.path("pushed_at")).ifPresent(message::setPushedAt);
        return message.build();
    }

    static ReleaseChanged released(JsonNode payload) {
        var release = payload.path("release");
        var message = ReleaseChanged.newBuilder()
                .setReleaseId(release.path("id").asLong())
                .setAction(Json.constant(ReleaseChanged.Action.class, "ACTION_", payload.path("action")))
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setTag(release.path("tag_name").asText())
                .setTarget(release.path("target_commitish").asText())
                .setIsDraft(release.path("draft").asBoolean())
                .setIsPrerelease(release.path("prerelease").asBoolean())
                .setUrl(release.path("html_url").asText());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(release.path("author")).ifPresent(message::setAuthor);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        Json.text(release.path("name")).ifPresent(message::setName);
        Json.time(release.path("created_at")).ifPresent(message::setCreatedAt);
        Json.time(release.path("published_at")).ifPresent(message::setPublishedAt);
        return message.build();
    }

    static StarChanged starred(JsonNode payload) {
        var message = StarChanged.newBuilder()
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setAction(Json.constant(StarChanged.Action.class, "ACTION_", payload.path("action")))
                .setStars(payload.path("repository").path("stargazers_count").asLong());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        Json.time(payload.path("starred_at")).ifPresent(message::setStarredAt);
        return message.build();
    }
}
