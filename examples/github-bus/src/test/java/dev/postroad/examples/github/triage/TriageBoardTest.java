package dev.postroad.examples.github.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.examples.github.v1.DiscussionChanged;
import dev.postroad.examples.github.v1.IssueChanged;
import dev.postroad.examples.github.v1.IssueCommentChanged;
import dev.postroad.examples.github.v1.PullRequestChanged;
import dev.postroad.examples.github.webhook.RealWebhooks;
import org.junit.jupiter.api.Test;

final class TriageBoardTest {
    private final TriageBoard board = new TriageBoard();

    @Test
    void waitsForTheFirstEvent() {
        assertThat(board.line()).isEqualTo("waits for the first event");
    }

    @Test
    void countsAnIssueUntilItIsDeleted() {
        RealWebhooks.messages(IssueChanged.class, "labeled").forEach(board::issue);
        assertThat(board.line())
                .startsWith("1 repository; 2 issues changed, 1 open;")
                .endsWith("latest: Codertocat/Hello-World#1 labeled bug");

        RealWebhooks.messages(IssueChanged.class, "deleted").forEach(board::issue);
        assertThat(board.line()).startsWith("1 repository; 3 issues changed, 0 open;");
    }

    @Test
    void keepsIssuesOfTwoRepositoriesApart() {
        var issue =
                RealWebhooks.messages(IssueChanged.class, "opened").findFirst().orElseThrow();

        board.issue(issue);
        board.issue(issue.toBuilder().setRepositoryId(1).build());

        assertThat(board.line()).startsWith("2 repositories; 2 issues changed, 2 open;");
    }

    @Test
    void leavesAnIssueAsItIsWhenTheEventDoesNotSayItsState() {
        RealWebhooks.messages(IssueChanged.class, "opened").forEach(board::issue);

        RealWebhooks.messages(IssueChanged.class, "pinned").forEach(board::issue);

        assertThat(board.line()).contains("5 issues changed, 1 open");
    }

    @Test
    void takesNoPullRequestsConversationForAnIssue() {
        RealWebhooks.messages(IssueChanged.class, "milestoned").forEach(board::issue);

        assertThat(board.line()).contains("2 issues changed, 0 open");
    }

    @Test
    void countsAPullRequestUntilItIsClosed() {
        RealWebhooks.messages(PullRequestChanged.class, "opened").forEach(board::pullRequest);
        assertThat(board.line()).contains("4 pull requests, 1 open");

        RealWebhooks.messages(PullRequestChanged.class, "closed").forEach(board::pullRequest);
        assertThat(board.line()).contains("6 pull requests, 0 open").endsWith("Codertocat/Hello-World#2 closed");
    }

    @Test
    void countsAQuestionUntilItIsAnswered() {
        RealWebhooks.messages(DiscussionChanged.class, "unanswered").forEach(board::discussion);
        assertThat(board.line()).contains("1 discussion, 1 unanswered");

        RealWebhooks.messages(DiscussionChanged.class, "answered").forEach(board::discussion);
        assertThat(board.line()).contains("2 discussions, 0 unanswered").endsWith("#4 discussion answered");
    }

    @Test
    void countsComments() {
        RealWebhooks.messages(IssueCommentChanged.class, "deleted").forEach(board::comment);

        assertThat(board.line()).contains("; 2 comments;").endsWith("Codertocat/Hello-World#1 comment deleted");
    }
}
