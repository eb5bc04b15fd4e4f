package dev.postroad.platform.message;

import com.google.protobuf.DynamicMessage;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.publish.Publisher;
import dev.postroad.compiler.json.MessageJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Publishes JSON, one message on each line. A line that cannot be published is refused, the others go on. */
public final class LinePublisher {
    /** How many lines may be under way: enough for full batches, and a bound on memory. */
    private static final int UNDER_WAY = 10_000;

    private final Publisher<DynamicMessage> publisher;
    private final MessageJson json;
    private final Consumer<Refused> refusals;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private long published;
    private long refused;

    /**
     * Creates a publisher of lines.
     *
     * @param refusals is told of each line that was not published, in the caller's thread
     */
    public LinePublisher(Publisher<DynamicMessage> publisher, Consumer<Refused> refusals) {
        this.publisher = publisher;
        this.json = new MessageJson(publisher.contract().message());
        this.refusals = refusals;
    }

    /**
     * A line that was not published.
     *
     * @param line counted from 1
     * @param reason without the line's content, which may be personal data, unless it is no JSON at all
     */
    public record Refused(long line, String reason) {}

    /** How many lines were published, and how many refused; empty lines are neither. */
    public record Result(long published, long refused) {}

    private record Sent(long line, Future<?> delivery) {}

    /**
     * Publishes every line.
     *
     * @throws IOException if the lines cannot be read
     */
    public Result publish(BufferedReader lines) throws IOException {
        var number = 0L;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                publish(number, line);
            }
            if (underWay.size() >= UNDER_WAY) {
                settle(underWay.remove());
            }
        }
        while (!underWay.isEmpty()) {
            settle(underWay.remove());
        }
        return new Result(published, refused);
    }

    private void publish(long number, String line) {
        try {
            underWay.add(new Sent(number, publisher.publish(json.parse(line))));
        } catch (MessageRefusedException | IllegalArgumentException e) {
            refuse(number, String.valueOf(e.getMessage()));
        }
    }

    private void settle(Sent sent) {
        try {
            sent.delivery().get();
            published++;
        } catch (ExecutionException e) {
            refuse(sent.line(), "not acknowledged: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(sent.line(), "interrupted before it was acknowledged");
        }
    }

    private void refuse(long line, String reason) {
        refused++;
        refusals.accept(new Refused(line, reason));
    }
}
