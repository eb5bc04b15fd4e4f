package dev.postroad.examples.github.triage;

import dev.postroad.examples.github.process.Counted;
import dev.postroad.examples.github.v1.DiscussionChanged;
import dev.postroad.examples.github.v1.IssueChanged;
import dev.postroad.examples.github.v1.IssueCommentChanged;
import dev.postroad.examples.github.v1.PullRequestChanged;
import dev.postroad.examples.github.v1.Repository;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What waits for an answer in all repositories, and what happened last. May be used by several threads at once. */
final class TriageBoard {
    private final Map<Long, Backlog> backlogs = new HashMap<>();
    private int issues;
    private int comments;
    private int pullRequests;
    private int discussions;
    private String latest = "";

    synchronized void issue(IssueChanged issue) {
        issues++;
        var what = words(issue.getAction())
                + (issue.hasLabel() ? " " + issue.getLabel().getName() : "");
        var backlog = note(issue.getRepositoryId(), issue.getRepository(), issue.getNumber(), what);
        if (issue.getState() != IssueChanged.State.STATE_UNSPECIFIED && !issue.getIsPullRequest()) {
            Backlog.mark(backlog.issues(), issue.getNumber(), isOpen(issue));
        }
    }

    private static boolean isOpen(IssueChanged issue) {
        return switch (issue.getAction()) {
            case ACTION_DELETED, ACTION_TRANSFERRED -> false;
            default -> issue.getState() == IssueChanged.State.STATE_OPEN;
        };
    }

    synchronized void comment(IssueCommentChanged comment) {
        comments++;
        var what = "comment " + words(comment.getAction());
        note(comment.getRepositoryId(), comment.getRepository(), comment.getIssueNumber(), what);
    }

    synchronized void pullRequest(PullRequestChanged pull) {
        pullRequests++;
        var backlog = note(pull.getRepositoryId(), pull.getRepository(), pull.getNumber(), words(pull.getAction()));
        var isOpen = pull.getState() == PullRequestChanged.State.STATE_OPEN;
        Backlog.mark(backlog.pullRequests(), pull.getNumber(), isOpen);
    }

    synchronized void discussion(DiscussionChanged discussion) {
        discussions++;
        var what = "discussion " + words(discussion.getAction());
        var backlog = note(discussion.getRepositoryId(), discussion.getRepository(), discussion.getNumber(), what);
        Backlog.mark(backlog.questions(), discussion.getNumber(), isUnanswered(discussion));
    }

    private static boolean isUnanswered(DiscussionChanged discussion) {
        return switch (discussion.getAction()) {
            case ACTION_DELETED, ACTION_TRANSFERRED -> false;
            default ->
                discussion.getCategory().getIsAnswerable()
                        && !discussion.hasAnsweredAt()
                        && discussion.getState() != DiscussionChanged.State.STATE_CLOSED;
        };
    }

    private Backlog note(long repositoryId, Repository repository, int number, String what) {
        latest = "%s#%d %s".formatted(repository.getFullName(), number, what);
        return backlogs.computeIfAbsent(repositoryId, id -> Backlog.empty());
    }

    /** {@code review requested} for {@code ACTION_REVIEW_REQUESTED}. */
    private static String words(Enum<?> action) {
        return action.name().replaceFirst("^ACTION_", "").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** What the board shows. */
    synchronized String line() {
        if (latest.isEmpty()) {
            return "waits for the first event";
        }
        return "%s; %s changed, %d open; %s, %d open; %s; %s, %d unanswered; latest: %s"
                .formatted(
                        Counted.of(backlogs.size(), "repository", "repositories"),
                        Counted.of(issues, "issue", "issues"),
                        total(Backlog::issues),
                        Counted.of(pullRequests, "pull request", "pull requests"),
                        total(Backlog::pullRequests),
                        Counted.of(comments, "comment", "comments"),
                        Counted.of(discussions, "discussion", "discussions"),
                        total(Backlog::questions),
                        latest);
    }

    private int total(Function<Backlog, Set<Integer>> waiting) {
        return backlogs.values().stream().map(waiting).mapToInt(Set::size).sum();
    }
}
