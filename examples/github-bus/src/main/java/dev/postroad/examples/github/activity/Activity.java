package dev.postroad.examples.github.activity;

import dev.postroad.client.Bus;
import dev.postroad.examples.github.Topics;
import dev.postroad.examples.github.process.EndOfInput;
import dev.postroad.examples.github.process.StatusLine;
import java.time.Clock;

/** The process. It takes no arguments. */
public final class Activity {
    private Activity() {}

    /** Runs the service until it is told to end. */
    @SuppressWarnings("SystemOut") // The one place that names the standard streams.
    public static void main(String[] arguments) {
        var board = new ActivityBoard(Clock.systemUTC());
        try (var bus = Bus.connect("activity")) {
            bus.subscribe(Topics.CHECK_RUN_CHANGED, (check, context) -> board.checkRun(check));
            bus.subscribe(Topics.CODE_PUSHED, (push, context) -> board.push(push));
            bus.subscribe(Topics.DISCUSSION_CHANGED, (discussion, context) -> board.discussion(discussion));
            bus.subscribe(Topics.PULL_REQUEST_CHANGED, (pull, context) -> board.pullRequest(pull));
            bus.subscribe(Topics.RELEASE_CHANGED, (release, context) -> board.release(release));
            bus.subscribe(Topics.REPOSITORY_STATE, (state, context) -> board.repository(state));
            bus.subscribe(Topics.STAR_CHANGED, (star, context) -> board.star(star));
            bus.subscribe(Topics.WORKFLOW_RUN_CHANGED, (run, context) -> board.workflowRun(run));
            EndOfInput.then(System.in, bus::close);
            StatusLine.during(bus::runUntilShutdown, System.out, board::line);
        }
    }
}
