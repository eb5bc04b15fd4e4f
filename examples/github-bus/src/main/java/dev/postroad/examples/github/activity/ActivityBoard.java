package dev.postroad.examples.github.activity;

import dev.postroad.examples.github.process.Counted;
import dev.postroad.examples.github.v1.CheckRunChanged;
import dev.postroad.examples.github.v1.CodePushed;
import dev.postroad.examples.github.v1.DiscussionChanged;
import dev.postroad.examples.github.v1.PullRequestChanged;
import dev.postroad.examples.github.v1.ReleaseChanged;
import dev.postroad.examples.github.v1.Repository;
import dev.postroad.examples.github.v1.RepositoryState;
import dev.postroad.examples.github.v1.StarChanged;
import dev.postroad.examples.github.v1.WorkflowRunChanged;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** How busy the repositories are, and how their builds end. May be used by several threads at once. */
final class ActivityBoard {
    private final RollingScore score;
    private final RunRecord runs = new RunRecord();
    private final Set<Long> repositories = new HashSet<>();
    private int events;
    private int pushes;
    private int releases;
    private int stars;

    ActivityBoard(Clock clock) {
        this.score = new RollingScore(clock, Duration.ofMinutes(1));
    }

    synchronized void push(CodePushed push) {
        pushes++;
        count(push.getRepositoryId(), push.getRepository(), 2 + push.getCommitsCount());
    }

    synchronized void pullRequest(PullRequestChanged pull) {
        count(pull.getRepositoryId(), pull.getRepository(), 3);
    }

    synchronized void release(ReleaseChanged release) {
        var isPublished = release.getAction() == ReleaseChanged.Action.ACTION_PUBLISHED;
        releases += isPublished ? 1 : 0;
        count(release.getRepositoryId(), release.getRepository(), isPublished ? 10 : 1);
    }

    synchronized void star(StarChanged star) {
        stars += star.getAction() == StarChanged.Action.ACTION_CREATED ? 1 : -1;
        count(star.getRepositoryId(), star.getRepository(), 1);
    }

    synchronized void discussion(DiscussionChanged discussion) {
        count(discussion.getRepositoryId(), discussion.getRepository(), 1);
    }

    synchronized void repository(RepositoryState state) {
        count(state.getRepositoryId(), state.getRepository(), 1);
    }

    synchronized void workflowRun(WorkflowRunChanged run) {
        if (run.getAction() == WorkflowRunChanged.Action.ACTION_COMPLETED) {
            runs.add(run.getConclusion());
        }
        count(run.getRepositoryId(), run.getRepository(), 1);
    }

    synchronized void checkRun(CheckRunChanged check) {
        if (check.getAction() == CheckRunChanged.Action.ACTION_COMPLETED) {
            runs.add(check.getConclusion());
        }
        count(check.getRepositoryId(), check.getRepository(), 1);
    }

    private void count(long repositoryId, Repository repository, int points) {
        events++;
        repositories.add(repositoryId);
        score.add(repository.getFullName(), points);
    }

    /** What the board shows. */
    synchronized String line() {
        if (events == 0) {
            return "waits for the first event";
        }
        return "%s in %s; %s in the last minute%s; %s; %s, %s published, stars %+d"
                .formatted(
                        Counted.of(events, "event", "events"),
                        Counted.of(repositories.size(), "repository", "repositories"),
                        Counted.of(score.total(), "point", "points"),
                        score.busiest().map(name -> ", busiest " + name).orElse(""),
                        runs,
                        Counted.of(pushes, "push", "pushes"),
                        Counted.of(releases, "release", "releases"),
                        stars);
    }
}
