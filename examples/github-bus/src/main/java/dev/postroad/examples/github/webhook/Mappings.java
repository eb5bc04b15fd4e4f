package dev.postroad.examples.github.webhook;

import com.google.protobuf.Message;
import dev.postroad.examples.github.v1.CheckRunChanged;
import dev.postroad.examples.github.v1.CodePushed;
import dev.postroad.examples.github.v1.DiscussionChanged;
import dev.postroad.examples.github.v1.IssueChanged;
import dev.postroad.examples.github.v1.IssueCommentChanged;
import dev.postroad.examples.github.v1.PullRequestChanged;
import dev.postroad.examples.github.v1.ReleaseChanged;
import dev.postroad.examples.github.v1.RepositoryState;
import dev.postroad.examples.github.v1.StarChanged;
import dev.postroad.examples.github.v1.WorkflowRunChanged;
import java.util.List;
import java.util.Optional;

/** The events that have a contract. GitHub has more; they are not on this bus. */
public final class Mappings {
    /** One mapping for each contract. */
    public static final List<Mapping<?>> ALL = List.of(
            new Mapping<>("check_run", CheckRunChanged.class, RunMapping::checkRun),
            new Mapping<>("discussion", DiscussionChanged.class, DiscussionMapping::changed),
            new Mapping<>("issue_comment", IssueCommentChanged.class, IssueMapping::commentChanged),
            new Mapping<>("issues", IssueChanged.class, IssueMapping::changed),
            new Mapping<>("pull_request", PullRequestChanged.class, PullRequestMapping::changed),
            new Mapping<>("push", CodePushed.class, PushMapping::pushed),
            new Mapping<>("release", ReleaseChanged.class, RepositoryMapping::released),
            new Mapping<>("repository", RepositoryState.class, RepositoryMapping::state),
            new Mapping<>("star", StarChanged.class, RepositoryMapping::starred),
            new Mapping<>("workflow_run", WorkflowRunChanged.class, RunMapping::workflowRun));

    private Mappings() {}

    /** The message that a webhook becomes; empty if no contract is about its type of event. */
    public static Optional<Message> message(Webhook webhook) {
        return ALL.stream()
                .filter(mapping -> mapping.event().equals(webhook.event()))
                .findFirst()
                .map(mapping -> mapping.function().apply(webhook.payload()));
    }
}
