package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postroad.examples.github.v1.CodePushed;
import dev.postroad.examples.github.v1.CodePushed.Author;
import dev.postroad.examples.github.v1.CodePushed.Commit;
import java.util.Optional;

/** The event {@code push}. */
final class PushMapping {
    /** What GitHub writes where there is no commit. */
    private static final String NO_COMMIT = "0".repeat(40);

    private PushMapping() {}

    static CodePushed pushed(JsonNode payload) {
        var message = CodePushed.newBuilder()
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setRef(payload.path("ref").asText())
                .setIsForced(payload.path("forced").asBoolean())
                .addAllCommits(Json.list(payload.path("commits"), PushMapping::commit))
                .setCompareUrl(payload.path("compare").asText());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        sha(payload.path("before")).ifPresent(message::setBefore);
        sha(payload.path("after")).ifPresent(message::setAfter);
        Json.object(payload.path("head_commit"), PushMapping::commit).ifPresent(message::setHead);
        return message.build();
    }

    private static Optional<String> sha(JsonNode value) {
        return Json.text(value).filter(sha -> !sha.equals(NO_COMMIT));
    }

    private static Commit commit(JsonNode commit) {
        var message = Commit.newBuilder()
                .setSha(commit.path("id").asText())
                .setMessage(commit.path("message").asText())
                .setChangedFiles(commit.path("added").size()
                        + commit.path("removed").size()
                        + commit.path("modified").size());
        Json.object(commit.path("author"), PushMapping::author).ifPresent(message::setAuthor);
        Json.time(commit.path("timestamp")).ifPresent(message::setCommittedAt);
        return message.build();
    }

    private static Author author(JsonNode author) {
        var message = Author.newBuilder()
                .setName(author.path("name").asText())
                .setEmail(author.path("email").asText());
        Json.text(author.path("username")).ifPresent(message::setLogin);
        return message.build();
    }
}
