package dev.postroad.examples.github.triage;

import dev.postroad.client.Bus;
import dev.postroad.examples.github.Topics;
import dev.postroad.examples.github.process.EndOfInput;
import dev.postroad.examples.github.process.StatusLine;

/** The process. It takes no arguments. */
public final class Triage {
    private Triage() {}

    /** Runs the service until it is told to end. */
    @SuppressWarnings("SystemOut") // The one place that names the standard streams.
    public static void main(String[] arguments) {
        var board = new TriageBoard();
        try (var bus = Bus.connect("triage")) {
            bus.subscribe(Topics.DISCUSSION_CHANGED, (discussion, context) -> board.discussion(discussion));
            bus.subscribe(Topics.ISSUE_CHANGED, (issue, context) -> board.issue(issue));
            bus.subscribe(Topics.ISSUE_COMMENT_CHANGED, (comment, context) -> board.comment(comment));
            bus.subscribe(Topics.PULL_REQUEST_CHANGED, (pull, context) -> board.pullRequest(pull));
            EndOfInput.then(System.in, bus::close);
            StatusLine.during(bus::runUntilShutdown, System.out, board::line);
        }
    }
}
