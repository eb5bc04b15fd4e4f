package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postroad.examples.github.v1.DiscussionChanged;
import dev.postroad.examples.github.v1.DiscussionChanged.Category;

/** The event {@code discussion}. */
final class DiscussionMapping {
    private DiscussionMapping() {}

    static DiscussionChanged changed(JsonNode payload) {
        var discussion = payload.path("discussion");
        var message = DiscussionChanged.newBuilder()
                .setDiscussionId(discussion.path("id").asLong())
                .setAction(Json.constant(DiscussionChanged.Action.class, "ACTION_", payload.path("action")))
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setNumber(discussion.path("number").asInt())
                .setTitle(discussion.path("title").asText())
                .setState(Json.constant(DiscussionChanged.State.class, "STATE_", discussion.path("state")))
                .setUrl(discussion.path("html_url").asText())
                .setComments(discussion.path("comments").asInt());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(discussion.path("user")).ifPresent(message::setAuthor);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        SharedTypes.label(payload.path("label")).ifPresent(message::setLabel);
        Json.object(discussion.path("category"), DiscussionMapping::category).ifPresent(message::setCategory);
        Json.time(discussion.path("created_at")).ifPresent(message::setCreatedAt);
        Json.time(discussion.path("updated_at")).ifPresent(message::setUpdatedAt);
        Json.time(discussion.path("answer_chosen_at")).ifPresent(message::setAnsweredAt);
        return message.build();
    }

    private static Category category(JsonNode category) {
        return Category.newBuilder()
                .setName(category.path("name").asText())
                .setSlug(category.path("slug").asText())
                .setIsAnswerable(category.path("is_answerable").asBoolean())
                .build();
    }
}
