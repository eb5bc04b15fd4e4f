package dev.postroad.examples.github.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.postroad.examples.github.v1.Actor;
import dev.postroad.examples.github.v1.CheckRunChanged;
import dev.postroad.examples.github.v1.CodePushed;
import dev.postroad.examples.github.v1.DiscussionChanged;
import dev.postroad.examples.github.v1.IssueChanged;
import dev.postroad.examples.github.v1.Label;
import dev.postroad.examples.github.v1.PullRequestChanged;
import dev.postroad.examples.github.v1.Repository;
import dev.postroad.examples.github.v1.RepositoryState;
import dev.postroad.examples.github.v1.RunConclusion;
import dev.postroad.examples.github.v1.RunStatus;
import dev.postroad.examples.github.v1.StarChanged;
import dev.postroad.examples.github.v1.WorkflowRunChanged;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Values read off the payloads by hand. */
final class MappedValuesTest {
    @Test
    void readsALabeledIssue() {
        var issue = first(IssueChanged.class, "labeled");

        assertThat(issue.getAction()).isEqualTo(IssueChanged.Action.ACTION_LABELED);
        assertThat(issue.getIssueId()).isEqualTo(444500041);
        assertThat(issue.getNumber()).isEqualTo(1);
        assertThat(issue.getState()).isEqualTo(IssueChanged.State.STATE_OPEN);
        assertThat(issue.getTitle()).isEqualTo("Spelling error in the README file");
        assertThat(issue.getRepositoryId()).isEqualTo(186853002);
        assertThat(issue.getRepository())
                .isEqualTo(Repository.newBuilder()
                        .setFullName("Codertocat/Hello-World")
                        .setUrl("https://github.com/Codertocat/Hello-World")
                        .build());
        assertThat(issue.getLabel())
                .isEqualTo(Label.newBuilder().setName("bug").setColor("d73a4a").build());
        assertThat(issue.getAuthor())
                .isEqualTo(Actor.newBuilder()
                        .setId(21031067)
                        .setLogin("Codertocat")
                        .setKind(Actor.Kind.KIND_USER)
                        .setAvatarUrl("https://avatars1.githubusercontent.com/u/21031067?v=4")
                        .build());
        assertThat(instant(issue.getCreatedAt())).isEqualTo("2019-05-15T15:20:18Z");
        assertThat(issue.hasClosedAt()).isFalse();
    }

    @Test
    void leavesTheStateUnsetOfAnIssueThatWasPinned() {
        assertThat(first(IssueChanged.class, "pinned").getState()).isEqualTo(IssueChanged.State.STATE_UNSPECIFIED);
    }

    @Test
    void tellsAPullRequestsConversationFromAnIssue() {
        assertThat(first(IssueChanged.class, "milestoned").getIsPullRequest()).isTrue();
        assertThat(first(IssueChanged.class, "opened").getIsPullRequest()).isFalse();
    }

    @Test
    void readsAPullRequestClosedWithoutAMerge() {
        var pull = first(PullRequestChanged.class, "closed");

        assertThat(pull.getNumber()).isEqualTo(2);
        assertThat(pull.getState()).isEqualTo(PullRequestChanged.State.STATE_CLOSED);
        assertThat(instant(pull.getClosedAt())).isEqualTo("2019-05-15T15:21:18Z");
        assertThat(pull.hasMergedAt()).isFalse();
        assertThat(pull.getHead().getRef()).isEqualTo("changes");
        assertThat(pull.getBase().getRef()).isEqualTo("master");
        assertThat(pull.getSize().getChangedFiles()).isEqualTo(1);
        assertThat(pull.getRequestedReviewersList())
                .singleElement()
                .extracting(Actor::getLogin)
                .isEqualTo("octocat");
    }

    @Test
    void takesGitsFortyZerosForAbsence() {
        var pushes = RealWebhooks.messages("push").map(CodePushed.class::cast).toList();

        var created = pushes.get(0);
        assertThat(created.hasBefore()).isFalse();
        assertThat(created.getAfter()).isEqualTo("6113728f27ae82c7b1a177c8d03f9e96e0adf246");
        var deleted = pushes.get(1);
        assertThat(deleted.getBefore()).isEqualTo("6113728f27ae82c7b1a177c8d03f9e96e0adf246");
        assertThat(deleted.hasAfter()).isFalse();
        assertThat(deleted.hasHead()).isFalse();
    }

    @Test
    void readsTheCommitsOfAPush() {
        var push = RealWebhooks.messages("push")
                .map(CodePushed.class::cast)
                .filter(pushed -> pushed.getCommitsCount() > 0)
                .findFirst()
                .orElseThrow();

        assertThat(push.getRef()).isEqualTo("refs/heads/master");
        assertThat(push.getCommitsList()).singleElement().satisfies(commit -> {
            assertThat(commit.getMessage()).isEqualTo("Initial commit");
            assertThat(commit.getChangedFiles()).isEqualTo(1);
            assertThat(commit.getAuthor().getEmail()).isEqualTo("21031067+Codertocat@users.noreply.github.com");
        });
    }

    @Test
    void readsAWorkflowRunThatGitHubCallsCompletedThoughItIsQueued() {
        var run = first(WorkflowRunChanged.class, "completed");

        assertThat(run.getAction()).isEqualTo(WorkflowRunChanged.Action.ACTION_COMPLETED);
        assertThat(run.getStatus()).isEqualTo(RunStatus.RUN_STATUS_QUEUED);
        assertThat(run.getConclusion()).isEqualTo(RunConclusion.RUN_CONCLUSION_UNSPECIFIED);
        assertThat(run.getTrigger()).isEqualTo("workflow_dispatch");
    }

    @Test
    void readsACheckThatFailed() {
        var check = first(CheckRunChanged.class, "completed");

        assertThat(check.getHeadSha()).isEqualTo("ec26c3e57ca3a959ca5aad62de7213c562f8c821");
        assertThat(check.getName()).isEqualTo("Octocoders-linter");
        assertThat(check.getConclusion()).isEqualTo(RunConclusion.RUN_CONCLUSION_FAILURE);
        assertThat(instant(check.getCompletedAt())).isEqualTo("2019-05-15T15:21:12Z");
    }

    @Test
    void readsTheTimeOfAnAnswerWithItsOffset() {
        var discussion = first(DiscussionChanged.class, "answered");

        assertThat(instant(discussion.getAnsweredAt())).isEqualTo("2021-03-30T23:17:18Z");
        assertThat(discussion.getCategory().getSlug()).isEqualTo("q-a");
    }

    @Test
    void readsTheFormerNameOfARenamedRepository() {
        assertThat(first(RepositoryState.class, "renamed").getPreviousName()).isEqualTo("Hello-World");
    }

    @Test
    void readsAStarThatWasTakenBack() {
        var star = first(StarChanged.class, "deleted");

        assertThat(star.hasStarredAt()).isFalse();
        assertThat(star.getStars()).isZero();
    }

    private static <M extends Message> M first(Class<M> type, String action) {
        return RealWebhooks.messages(type, action).findFirst().orElseThrow();
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
