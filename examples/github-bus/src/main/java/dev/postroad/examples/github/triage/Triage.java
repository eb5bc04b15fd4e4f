package dev.postroad.examples.github.triage;

import dev.postroad.client.Bus;
import dev.postroad.examples.github.process.EndOfInput;
import dev.postroad.examples.github.process.StatusLine;
import dev.postroad.examples.github.v1.DiscussionChanged;
import dev.postroad.examples.github.v1.IssueChanged;
import dev.postroad.examples.github.v1.IssueCommentChanged;
import dev.postroad.examples.github.v1.PullRequestChanged;

/** The process. It takes no arguments. */
public final class Triage {
    private Triage() {}

    /** Runs the service until it is told to end. */
    @SuppressWarnings("SystemOut") // The one place that names the standard streams.
    public static void main(String[] arguments) {
        var board = new TriageBoard();
        try (var bus = Bus.connect("triage")) {
            bus.subscribe(DiscussionChanged.class, (discussion, context) -> board.discussion(discussion));
            bus.subscribe(IssueChanged.class, (issue, context) -> board.issue(issue));
            bus.subscribe(IssueCommentChanged.class, (comment, context) -> board.comment(comment));
            bus.subscribe(PullRequestChanged.class, (pull, context) -> board.pullRequest(pull));
            EndOfInput.then(System.in, bus::close);
            StatusLine.during(bus::runUntilShutdown, System.out, board::line);
        }
    }
}
