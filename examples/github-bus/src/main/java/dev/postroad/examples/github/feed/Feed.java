package dev.postroad.examples.github.feed;

import dev.postroad.client.Bus;
import dev.postroad.examples.github.process.EndOfInput;
import dev.postroad.examples.github.process.StatusLine;
import dev.postroad.examples.github.process.Stop;
import dev.postroad.examples.github.webhook.WebhookFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The process: {@code feed [--once | --rate <payloads per second>]}.
 *
 * <p>With {@code --once} it exits with 0 if every payload is accounted for and every message broken on purpose was
 * refused, with 1 if not. A command line that makes no sense is exit code 2.
 */
public final class Feed {
    private static final Path WEBHOOKS = Path.of("data", "github-webhooks.ndjson");

    private final PrintStream out;
    private final PrintStream errors;

    private Feed(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Runs the feed in the folder of the bus. */
    @SuppressWarnings("SystemOut") // The one place that names the standard streams.
    public static void main(String[] arguments) throws IOException {
        System.exit(new Feed(System.out, System.err).run(List.of(arguments), System.in));
    }

    private int run(List<String> arguments, InputStream input) throws IOException {
        FeedOptions options;
        try {
            options = FeedOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            return 2;
        }
        var stop = new Stop();
        stop.onSignal();
        EndOfInput.then(input, stop::request);
        try {
            return run(options, stop);
        } finally {
            stop.finished();
        }
    }

    private int run(FeedOptions options, Stop stop) throws IOException {
        var webhooks = new WebhookFile(WEBHOOKS).read();
        try (var bus = Bus.connect("github-feed")) {
            var loop = new FeedLoop(new BusOutlet(bus), webhooks, stop, errors);
            if (!options.once()) {
                StatusLine.during(() -> loop.rounds(options.pause()), out, loop::progress);
                return 0;
            }
            StatusLine.during(loop::once, out, loop::progress);
            out.println(loop.sum());
            return loop.isRight() ? 0 : 1;
        }
    }
}
