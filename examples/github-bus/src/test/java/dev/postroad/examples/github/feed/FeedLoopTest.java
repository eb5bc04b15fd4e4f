package dev.postroad.examples.github.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.examples.github.process.Stop;
import dev.postroad.examples.github.webhook.RealWebhooks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class FeedLoopTest {
    private final Stop stop = new Stop();
    private final CheckingOutlet outlet = new CheckingOutlet();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final FeedLoop loop =
            new FeedLoop(outlet, RealWebhooks.ALL, stop, new PrintStream(complaints, true, UTF_8));

    @Test
    void accountsForEveryPayloadOnce() {
        loop.once();

        assertThat(loop.isRight()).isTrue();
        assertThat(loop.sum())
                .isEqualTo("all 329 payloads accounted for: 132 published + 197 of a type without contract + 0 refused"
                        + " = 329; 8 of 8 messages broken on purpose refused");
        assertThat(outlet.published).hasSize(132);
        assertThat(complaints.toString(UTF_8)).isEmpty();
    }

    @Test
    void isNotRightWhenAMessageIsNotDelivered() {
        outlet.fail(new TimeoutException("no acknowledgement within 2 minutes"));

        loop.once();

        assertThat(loop.isRight()).isFalse();
        assertThat(loop.sum()).startsWith("132 of 329 payloads NOT accounted for");
        assertThat(complaints.toString(UTF_8)).contains("issues: not delivered: no acknowledgement within 2 minutes");
    }

    @Test
    void feedsRoundAfterRoundUntilItIsStopped() {
        var feeding = new Thread(() -> loop.rounds(Duration.ofNanos(1)));

        feeding.start();
        await().until(() -> loop.progress().startsWith("round 3"));
        stop.request();

        await().until(() -> !feeding.isAlive());
    }
}
