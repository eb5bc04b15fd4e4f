package dev.postroad.examples.github.feed;

import com.google.protobuf.Message;
import dev.postroad.examples.github.v1.CodePushed;
import dev.postroad.examples.github.v1.IssueChanged;
import dev.postroad.examples.github.v1.IssueCommentChanged;
import dev.postroad.examples.github.v1.PullRequestChanged;
import dev.postroad.examples.github.v1.ReleaseChanged;
import dev.postroad.examples.github.v1.RepositoryState;
import dev.postroad.examples.github.v1.RunStatus;
import dev.postroad.examples.github.v1.StarChanged;
import dev.postroad.examples.github.v1.WorkflowRunChanged;
import dev.postroad.examples.github.webhook.Mappings;
import dev.postroad.examples.github.webhook.Webhook;
import java.util.List;
import java.util.function.Predicate;

/** Ways to break a message. Each breaks another kind of rule. */
final class Breakages {
    private final List<Message> messages;

    private Breakages(List<Message> messages) {
        this.messages = messages;
    }

    /** One of each kind, made of the first real message that it can be made of. */
    static List<Breakage> of(List<Webhook> webhooks) {
        return new Breakages(webhooks.stream()
                        .flatMap(webhook -> Mappings.message(webhook).stream())
                        .toList())
                .all();
    }

    private List<Breakage> all() {
        return List.of(
                new Breakage(
                        "issue number 0",
                        "number",
                        first(IssueChanged.class).toBuilder().setNumber(0).build()),
                new Breakage(
                        "star without a repository",
                        "repository",
                        first(StarChanged.class).toBuilder().clearRepository().build()),
                new Breakage(
                        "release with an empty tag",
                        "tag",
                        first(ReleaseChanged.class).toBuilder().setTag("").build()),
                new Breakage(
                        "pull request whose URL is none",
                        "url",
                        first(PullRequestChanged.class).toBuilder()
                                .setUrl("see above")
                                .build()),
                new Breakage(
                        "comment with an action that nobody knows",
                        "action",
                        first(IssueCommentChanged.class).toBuilder()
                                .setActionValue(42)
                                .build()),
                new Breakage("commit whose author has no address", "commits[0].author.email", withoutAddress()),
                new Breakage("workflow run that ended without a conclusion", "", withoutConclusion()),
                new Breakage(
                        "repository without its key",
                        "repository_id",
                        first(RepositoryState.class).toBuilder()
                                .clearRepositoryId()
                                .build()));
    }

    private CodePushed withoutAddress() {
        var push = first(CodePushed.class, candidate -> candidate.getCommitsCount() > 0).toBuilder();
        push.getCommitsBuilder(0).getAuthorBuilder().setEmail("nobody");
        return push.build();
    }

    private WorkflowRunChanged withoutConclusion() {
        return first(WorkflowRunChanged.class, run -> run.getStatus() == RunStatus.RUN_STATUS_COMPLETED).toBuilder()
                .clearConclusion()
                .build();
    }

    private <M extends Message> M first(Class<M> type) {
        return first(type, any -> true);
    }

    private <M extends Message> M first(Class<M> type, Predicate<M> fits) {
        return messages.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(fits)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no webhook to make a broken %s of".formatted(type.getName())));
    }
}
