package dev.postroad.client.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.contract.topic.DerivedTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The clerks of one service, and shops that publish for them: processes, to which all kinds of things happen. */
final class Staff implements AutoCloseable {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final int PARTITIONS = 6;

    private final Path folder;
    private final String bootstrap;
    private final String service;
    private final String mode;
    private final Books books;
    private final List<Process> clerks = new ArrayList<>();
    private final List<Process> shops = new ArrayList<>();

    Staff(Path folder, String bootstrap, String service, String mode) {
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.service = service;
        this.mode = mode;
        this.books = new Books(folder);
    }

    Books books() {
        return books;
    }

    /** Creates what is missing of the topics, with as many replicas as the cluster gives by itself. */
    void createTopics() throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var wanted = Stream.concat(Stream.of(TOPIC), new DerivedTopics(TOPIC, service).standard().stream())
                    .toList();
            var existing = admin.listTopics().names().get();
            admin.createTopics(wanted.stream()
                            .filter(topic -> !existing.contains(topic))
                            .map(topic -> new NewTopic(
                                    topic, Optional.of(topic.equals(TOPIC) ? PARTITIONS : 1), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        }
    }

    void startClerk() throws IOException {
        clerks.add(
                start(Clerk.class, bootstrap, service, mode, books.newHandled().toString()));
    }

    void startShop() throws IOException {
        var publisher = "%s-shop%d".formatted(service, shops.size());
        shops.add(start(Shop.class, bootstrap, publisher, books.newStored().toString()));
    }

    private Process start(Class<?> program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        // Each mode with one of the two protocols.
        builder.environment()
                .put("POSTROAD_KAFKA_GROUP_PROTOCOL", mode.equalsIgnoreCase("ordered") ? "classic" : "consumer");
        return builder.redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .redirectErrorStream(true)
                .start();
    }

    void awaitWork() {
        await().atMost(Duration.ofSeconds(60)).until(books::allClerksWork);
    }

    /** One of: a kill, an orderly end, a suspension; and a newcomer for who is gone. */
    void inflict(Random random) throws IOException, InterruptedException {
        var victim = clerks.get(random.nextInt(clerks.size()));
        switch (random.nextInt(3)) {
            case 0 -> replace(victim.destroyForcibly());
            case 1 -> {
                victim.destroy();
                replace(victim);
            }
            default -> suspend(victim, Duration.ofMillis(1_000 + random.nextInt(2_000)));
        }
    }

    void killClerk() throws IOException, InterruptedException {
        replace(clerks.get(0).destroyForcibly());
    }

    /** For so long, the oldest clerk does nothing, not even say that it is there. */
    void suspendClerk(Duration time) throws IOException, InterruptedException {
        suspend(clerks.get(0), time);
    }

    /** Kills the newest shop, in the middle of what it does. */
    void killShop() throws InterruptedException {
        shops.get(shops.size() - 1).destroyForcibly().waitFor();
    }

    private void replace(Process dying) throws IOException, InterruptedException {
        dying.waitFor();
        clerks.remove(dying);
        startClerk();
    }

    private static void suspend(Process process, Duration time) throws IOException, InterruptedException {
        signal("STOP", process);
        letPass(time);
        signal("CONT", process);
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    static void letPass(Duration time) {
        await().pollDelay(time).timeout(time.plusSeconds(10)).until(() -> true);
    }

    @Override
    public void close() {
        Stream.concat(clerks.stream(), shops.stream())
                .forEach(process -> process.destroyForcibly().onExit().join());
    }
}
