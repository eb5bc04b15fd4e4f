package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postroad.examples.github.v1.IssueChanged;
import dev.postroad.examples.github.v1.IssueCommentChanged;

/** The events {@code issues} and {@code issue_comment}. */
final class IssueMapping {
    private IssueMapping() {}

    static IssueChanged changed(JsonNode payload) {
        var issue = payload.path("issue");
        var message = IssueChanged.newBuilder()
                .setIssueId(issue.path("id").asLong())
                .setAction(Json.constant(IssueChanged.Action.class, "ACTION_", payload.path("action")))
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setNumber(issue.path("number").asInt())
                .setIsPullRequest(issue.has("pull_request"))
                .setTitle(issue.path("title").asText())
                .setState(Json.constant(IssueChanged.State.class, "STATE_", issue.path("state")))
                .setUrl(issue.path("html_url").asText())
                .addAllLabels(SharedTypes.labels(issue.path("labels")))
                .addAllAssignees(SharedTypes.actors(issue.path("assignees")))
                .setComments(issue.path("comments").asInt());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(issue.path("user")).ifPresent(message::setAuthor);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        SharedTypes.label(payload.path("label")).ifPresent(message::setLabel);
        Json.text(issue.path("milestone").path("title")).ifPresent(message::setMilestone);
        Json.time(issue.path("created_at")).ifPresent(message::setCreatedAt);
        Json.time(issue.path("updated_at")).ifPresent(message::setUpdatedAt);
        Json.time(issue.path("closed_at")).ifPresent(message::setClosedAt);
        return message.build();
    }

    static IssueCommentChanged commentChanged(JsonNode payload) {
        var issue = payload.path("issue");
        var comment = payload.path("comment");
        var message = IssueCommentChanged.newBuilder()
                .setIssueId(issue.path("id").asLong())
                .setCommentId(comment.path("id").asLong())
                .setAction(Json.constant(IssueCommentChanged.Action.class, "ACTION_", payload.path("action")))
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setIssueNumber(issue.path("number").asInt())
                .setBody(comment.path("body").asText())
                .setUrl(comment.path("html_url").asText());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(comment.path("user")).ifPresent(message::setAuthor);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        Json.time(comment.path("created_at")).ifPresent(message::setCreatedAt);
        Json.time(comment.path("updated_at")).ifPresent(message::setUpdatedAt);
        return message.build();
    }
}
