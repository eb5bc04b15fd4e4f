package dev.postroad.acceptance.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.hello.v1.GreetingSent;
import com.google.gson.JsonParser;
import dev.postroad.acceptance.Checkout;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.cli.PostroadCommand;
import dev.postroad.cli.output.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What commands print with {@code --format json} is what the reference lists; {@code up} is run elsewhere. */
@ExtendWith(BrokerExtension.class)
class JsonTest {
    private static final String TOPIC = "visits.visit-noted.v1";

    private final EmbeddedBroker broker;

    @TempDir
    private Path bus;

    JsonTest(EmbeddedBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void copyBus() throws IOException {
        Files.writeString(bus.resolve("postroad.yaml"), "name: visits\n");
        Files.writeString(bus.resolve("teams.yaml"), "teams:\n  welcome: {}\n");
        var contract = Checkout.read("examples/hello/contracts/hello/greeting_sent.proto")
                .replace("hello.greeting-sent.v1", TOPIC);
        Files.createDirectory(bus.resolve("contracts"));
        Files.writeString(bus.resolve("contracts/visit_noted.proto"), contract);
    }

    @Test
    void listsTheKeysOfCheck() throws IOException, InterruptedException {
        Files.createDirectory(bus.resolve("services"));
        Files.writeString(
                bus.resolve("services/greeter.yaml"),
                "name: greeter\nteam: welcome\nsubscribes: [%s]\n".formatted(TOPIC));
        edit("syntax", "// postroad:allow file-name One file for the test.\nsyntax");
        commit();
        var sound = run("", "check");
        edit("string text = 2", "string words = 2");
        edit("max_len: 100", "max_len: 10");
        Files.writeString(bus.resolve("breaking-approvals.yaml"), """
                approvals:
                  - rule: constraint-tightened
                    subject: hello.v1.GreetingSent.text
                    reason: Nobody has published a longer one.
                    approver: welcome
                    expiry: 9999-12-31
                """);
        var broken = run("", "check", "--against", "HEAD");

        JsonReference.of("check").describes(sound, broken);
    }

    private void edit(String before, String after) throws IOException {
        var file = bus.resolve("contracts/visit_noted.proto");
        Files.writeString(file, Files.readString(file).replace(before, after));
    }

    private void commit() throws IOException, InterruptedException {
        git("init", "--quiet");
        git("add", "--all");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message=first");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        assertThat(new ProcessBuilder(command)
                        .directory(bus.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .as(command.toString())
                .isZero();
    }

    @Test
    void listsTheKeysOfDocs() throws IOException {
        var checked = run("", "docs", "--check");
        var written = run("", "docs");

        JsonReference.of("docs").describes(checked, written);
    }

    @Test
    void listsTheKeysOfApplyPublishAndTail() throws IOException, InterruptedException, ExecutionException {
        createWithOnePartition();

        JsonReference.of("apply").describes(run("", "apply", "--bootstrap", broker.bootstrapServers()));
        JsonReference.of("publish")
                .describes(run(
                        "{\"name\": \"Ada\", \"text\": \"Hi\"}\n{}\n",
                        "publish",
                        TOPIC,
                        "--bootstrap",
                        broker.bootstrapServers()));
        publishGarbage();
        var lines = run("", "tail", TOPIC, "--max", "2", "--bootstrap", broker.bootstrapServers())
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        JsonReference.of("tail").describes(lines.toArray(String[]::new));
    }

    @Test
    void listsTheKeysOfDlt() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectory(bus.resolve("services"));
        Files.writeString(
                bus.resolve("services/guide.yaml"), "name: guide\nteam: welcome\nsubscribes: [%s]\n".formatted(TOPIC));
        var bootstrap = List.of("--bootstrap", broker.bootstrapServers()).toArray(String[]::new);
        run("", "apply", bootstrap);
        giveUp();

        var listed = run("", "dlt", "list", TOPIC, "guide", bootstrap[0], bootstrap[1]);
        JsonReference.of("dlt list").describes(listed);
        var letters = JsonParser.parseString(listed).getAsJsonObject().getAsJsonArray("deadLetters");
        assertThat(run("", "dlt", "show", TOPIC, "guide", "0@1", bootstrap[0], bootstrap[1])
                        .strip())
                .isEqualTo(letters.get(1).toString());
        JsonReference.of("doctor").describes(run("", "doctor", "guide", bootstrap[0], bootstrap[1]));
        JsonReference.of("dlt replay")
                .describes(run("", "dlt", "replay", TOPIC, "guide", "--all", bootstrap[0], bootstrap[1]));
    }

    /** Dead letters as a client writes them: a message, and what is none. */
    private void giveUp() throws InterruptedException, ExecutionException {
        var message = GreetingSent.newBuilder().setName("Ada").setText("Hi").build();
        try (var producer = new KafkaProducer<>(connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var value : List.of(message.toByteArray(), new byte[] {-1})) {
                var letter = new ProducerRecord<>(TOPIC + ".guide.dlt", "Ada".getBytes(UTF_8), value);
                letter.headers()
                        .add("postroad-contract", new byte[16])
                        .add("__dlq.errors.topic", TOPIC.getBytes(UTF_8))
                        .add("__dlq.errors.exception", "java.io.IOException".getBytes(UTF_8))
                        .add("__dlq.errors.message", "closed".getBytes(UTF_8))
                        .add("__dlq.errors.stacktrace", "java.io.IOException: closed".getBytes(UTF_8))
                        .add("__dlq.errors.trace.id", "0af7651916cd43dd8448eb211c80319c".getBytes(UTF_8));
                producer.send(letter).get();
            }
        }
    }

    private String run(String input, String command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Optional.empty());
        var all = Stream.concat(
                        Stream.concat(Stream.of(command), Stream.of(arguments)),
                        Stream.of("--bus", bus.toString(), "--format", "json"))
                .toArray(String[]::new);
        var status = PostroadCommand.commandLine(console).execute(all);
        assertThat(status).as(err.toString()).isLessThan(2);
        return out.toString();
    }

    /** So that apply has a difference to tell. */
    private void createWithOnePartition() throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(connection())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    /** A record that is no message of the topic, and names no contract version. */
    private void publishGarbage() throws InterruptedException, ExecutionException {
        try (var producer = new KafkaProducer<>(connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, new byte[] {-1})).get();
        }
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
