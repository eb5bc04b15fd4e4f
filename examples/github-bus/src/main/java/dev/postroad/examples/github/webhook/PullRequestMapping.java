package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postroad.examples.github.v1.PullRequestChanged;
import dev.postroad.examples.github.v1.PullRequestChanged.Branch;
import dev.postroad.examples.github.v1.PullRequestChanged.Size;

/** The event {@code pull_request}. */
final class PullRequestMapping {
    private PullRequestMapping() {}

    static PullRequestChanged changed(JsonNode payload) {
        var pull = payload.path("pull_request");
        var message = PullRequestChanged.newBuilder()
                .setPullRequestId(pull.path("id").asLong())
                .setAction(Json.constant(PullRequestChanged.Action.class, "ACTION_", payload.path("action")))
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setNumber(pull.path("number").asInt())
                .setTitle(pull.path("title").asText())
                .setState(Json.constant(PullRequestChanged.State.class, "STATE_", pull.path("state")))
                .setIsDraft(pull.path("draft").asBoolean())
                .setUrl(pull.path("html_url").asText())
                .setSize(size(pull))
                .addAllLabels(SharedTypes.labels(pull.path("labels")))
                .addAllRequestedReviewers(SharedTypes.actors(pull.path("requested_reviewers")));
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(pull.path("user")).ifPresent(message::setAuthor);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        SharedTypes.label(payload.path("label")).ifPresent(message::setLabel);
        Json.object(pull.path("head"), PullRequestMapping::branch).ifPresent(message::setHead);
        Json.object(pull.path("base"), PullRequestMapping::branch).ifPresent(message::setBase);
        Json.time(pull.path("created_at")).ifPresent(message::setCreatedAt);
        Json.time(pull.path("updated_at")).ifPresent(message::setUpdatedAt);
        Json.time(pull.path("closed_at")).ifPresent(message::setClosedAt);
        Json.time(pull.path("merged_at")).ifPresent(message::setMergedAt);
        return message.build();
    }

    private static Branch branch(JsonNode branch) {
        return Branch.newBuilder()
                .setRef(branch.path("ref").asText())
                .setSha(branch.path("sha").asText())
                .build();
    }

    private static Size size(JsonNode pull) {
        return Size.newBuilder()
                .setCommits(pull.path("commits").asInt())
                .setChangedFiles(pull.path("changed_files").asInt())
                .setAdditions(pull.path("additions").asInt())
                .setDeletions(pull.path("deletions").asInt())
                .build();
    }
}
