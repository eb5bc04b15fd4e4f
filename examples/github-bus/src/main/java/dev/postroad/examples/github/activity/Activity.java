package dev.postroad.examples.github.activity;

import dev.postroad.client.Bus;
import dev.postroad.examples.github.process.EndOfInput;
import dev.postroad.examples.github.process.StatusLine;
import dev.postroad.examples.github.v1.CheckRunChanged;
import dev.postroad.examples.github.v1.CodePushed;
import dev.postroad.examples.github.v1.DiscussionChanged;
import dev.postroad.examples.github.v1.PullRequestChanged;
import dev.postroad.examples.github.v1.ReleaseChanged;
import dev.postroad.examples.github.v1.RepositoryState;
import dev.postroad.examples.github.v1.StarChanged;
import dev.postroad.examples.github.v1.WorkflowRunChanged;
import java.time.Clock;

/** The process. It takes no arguments. */
public final class Activity {
    private Activity() {}

    /** Runs the service until it is told to end. */
    @SuppressWarnings("SystemOut") // The one place that names the standard streams.
    public static void main(String[] arguments) {
        var board = new ActivityBoard(Clock.systemUTC());
        try (var bus = Bus.connect("activity")) {
            bus.subscribe(CheckRunChanged.class, (check, context) -> board.checkRun(check));
            bus.subscribe(CodePushed.class, (push, context) -> board.push(push));
            bus.subscribe(DiscussionChanged.class, (discussion, context) -> board.discussion(discussion));
            bus.subscribe(PullRequestChanged.class, (pull, context) -> board.pullRequest(pull));
            bus.subscribe(ReleaseChanged.class, (release, context) -> board.release(release));
            bus.subscribe(RepositoryState.class, (state, context) -> board.repository(state));
            bus.subscribe(StarChanged.class, (star, context) -> board.star(star));
            bus.subscribe(WorkflowRunChanged.class, (run, context) -> board.workflowRun(run));
            EndOfInput.then(System.in, bus::close);
            StatusLine.during(bus::runUntilShutdown, System.out, board::line);
        }
    }
}
