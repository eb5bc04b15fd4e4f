package dev.postroad.acceptance.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.hello.v1.GreetingSent;
import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.client.Bus;
import dev.postroad.client.deadletter.Replay;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.subscribe.BatchFailedException;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.Handler;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.RetryAfterException;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/how-to/handle-failures.md quotes it. */
class FailuresTest {
    private static final Topic<GreetingSent> GREETINGS = Topic.of(GreetingSent.class);

    /** Of its own, since all patterns greet on one topic. */
    @AutoClose
    private static EmbeddedBroker broker;

    private final List<String> sent = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startBroker(@TempDir Path folder) {
        broker = EmbeddedBroker.start(BrokerSettings.in(folder));
    }

    @Test
    void saysWhatIsToBecomeOfAMessage() throws InterruptedException, ExecutionException {
        var calls = new AtomicInteger();
        Mail mail = (name, text) -> calls.incrementAndGet() == 1 && name.equals("Bob") ? 429 : status(name);
        try (var site = new Site(broker, "mailer")) {
            site.bus().subscribe(GreetingSent.class, (greeting, context) -> {
                if (site.isMine(greeting)) {
                    send(mail, greeting);
                }
            });
            site.greet("Bob", "nobody", "Ada");

            await().untilAsserted(() -> assertThat(sent).containsExactlyInAnyOrder("Ada", "Bob"));
            await().untilAsserted(
                            () -> assertThat(site.bus().deadLetters(GREETINGS).list(letter -> true, 10))
                                    .extracting(letter -> letter.reason().orElseThrow())
                                    .containsExactly("no such mailbox"));
        }
    }

    private interface Mail {
        int send(String name, String text) throws IOException;
    }

    private static int status(String name) {
        return name.equals("nobody") ? 404 : 200;
    }

    private void send(Mail mail, GreetingSent greeting) throws Exception {
        var status = mail.send(greeting.getName(), greeting.getText());
        if (status == 404) {
            throw new DeadLetterException("no such mailbox");
        }
        if (status == 429) {
            throw new RetryAfterException(Duration.ofSeconds(1), "the mail server has had enough");
        }
        sent.add(greeting.getName());
    }

    @Test
    void keepsTheOrderOfEachKey() throws InterruptedException, ExecutionException {
        var failures = new AtomicInteger();
        try (var site = new Site(broker, "ledger")) {
            subscribeInOrder(site.bus(), (greeting, context) -> {
                if (site.isMine(greeting)) {
                    if (greeting.getName().equals("Ada") && failures.incrementAndGet() <= 2) {
                        throw new IOException("the ledger is locked");
                    }
                    sent.add(greeting.getName());
                }
            });
            site.greet("Ada", "Bob", "Ada");

            await().untilAsserted(() -> assertThat(sent).containsExactly("Bob", "Ada", "Ada"));
        }
    }

    private static void subscribeInOrder(Bus bus, Handler<GreetingSent> handler) {
        var inOrder = SubscriptionOptions.standard().withRetries(Retries.inOrder());

        bus.subscribe(GREETINGS, Mode.keyed(50), inOrder, handler);
    }

    @Test
    void namesTheMessageOfABatchThatFailed() throws InterruptedException, ExecutionException {
        try (var site = new Site(broker, "batcher")) {
            site.greet("Ada", "nobody", "Bob");

            site.bus().subscribe(GREETINGS, Mode.batch(100, Duration.ofMillis(200)), (greetings, context) -> {
                for (var index = 0; index < greetings.size(); index++) {
                    if (site.isMine(greetings.get(index))) {
                        try {
                            send((name, text) -> status(name), greetings.get(index));
                        } catch (DeadLetterException e) {
                            throw new BatchFailedException(index, e);
                        }
                    }
                }
            });

            await().untilAsserted(() -> assertThat(sent).containsExactly("Ada", "Bob"));
        }
    }

    @Test
    void repeatsNothingThatItHasDone() throws InterruptedException, ExecutionException {
        Map<String, Boolean> done = new ConcurrentHashMap<>();
        var failures = new AtomicInteger();
        try (var site = new Site(broker, "payer")) {
            site.bus().subscribe(GREETINGS, (greeting, context) -> {
                if (site.isMine(greeting)) {
                    // In one transaction with what the handler writes, in a real service.
                    if (done.putIfAbsent(identity(context), true) == null) {
                        sent.add(greeting.getName());
                    }
                    if (failures.incrementAndGet() <= 2) {
                        throw new IOException("the connection broke before the answer came");
                    }
                }
            });
            site.greet("Ada");

            await().until(() -> failures.get() == 3);
            assertThat(sent).containsExactly("Ada");
        }
    }

    private static String identity(Context context) {
        return context.topic() + '/' + context.partition() + '@' + context.offset();
    }

    @Test
    void givesDeadLettersBack() throws InterruptedException, ExecutionException {
        var isMended = new AtomicBoolean();
        try (var site = new Site(broker, "clerk")) {
            site.bus().subscribe(GREETINGS, (greeting, context) -> {
                if (site.isMine(greeting)) {
                    if (!isMended.get()) {
                        throw new DeadLetterException("no such mailbox");
                    }
                    sent.add(greeting.getName());
                }
            });
            site.greet("Ada", "Bob");
            await().until(() ->
                    site.bus().deadLetters(GREETINGS).list(letter -> true, 10).size() == 2);
            isMended.set(true);

            var result = site.bus()
                    .deadLetters(GREETINGS)
                    .replay(Replay.of(letter -> letter.reason().orElse("").contains("mailbox")));

            assertThat(result.replayed()).isEqualTo(2);
            await().untilAsserted(() -> assertThat(sent).containsExactlyInAnyOrder("Ada", "Bob"));
        }
    }
}
