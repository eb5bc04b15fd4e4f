package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.health.GroupHealth;
import dev.postroad.client.health.PartitionHealth;
import dev.postroad.client.health.Verdict;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.subscribe.Context;
import dev.postroad.contract.topic.InternalTopics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class HealthTest {
    private static final String TOPIC = "orders.order-placed.v1";

    private final TestCluster cluster;
    private final BusSettings settings;
    private final Bus bus;
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final List<Integer> handled = new CopyOnWriteArrayList<>();

    HealthTest(EmbeddedBroker broker, TestInfo test) throws IOException {
        cluster = new TestCluster(broker.bootstrapServers());
        settings = new BusSettings(
                        "h" + Integer.toHexString(test.getDisplayName().hashCode()),
                        broker.bootstrapServers(),
                        Duration.ZERO)
                .withHealthPort(freePort());
        cluster.recreate(TOPIC, InternalTopics.REPORTS);
        cluster.derive(settings.service(), TOPIC);
        bus = Bus.connect(settings);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        mayEnd.countDown();
        bus.close();
        cluster.close();
    }

    @Test
    void isReadyWhenTheGroupHasTakenTheProcessIn() throws IOException, InterruptedException {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);

        bus.subscribe(OrderPlaced.class, (order, context) -> handled.add(order.getItems()));

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        await().until(() -> get("/health/ready").statusCode() == 200);
        assertThat(bus.health().groups()).singleElement().satisfies(group -> {
            assertThat(group.group()).isEqualTo(settings.service());
            assertThat(group.hasJoined()).isTrue();
        });
        await().untilAsserted(() -> assertThat(partition().verdict()).isEqualTo(Verdict.IDLE));
        await().untilAsserted(() -> assertThat(bus.health().groups().get(0).partitions())
                .extracting(PartitionHealth::topic)
                .containsExactly(
                        TOPIC,
                        TOPIC + '.' + settings.service() + ".retry.10m",
                        TOPIC + '.' + settings.service() + ".retry.10s",
                        TOPIC + '.' + settings.service() + ".retry.1m"));
    }

    @Test
    void saysThatRecordsAreDealtWith() {
        bus.subscribe(OrderPlaced.class, this::handleSlowly);
        publish(2);

        await().untilAsserted(() -> assertThat(partition()).satisfies(partition -> {
            assertThat(partition.verdict()).isEqualTo(Verdict.PROGRESSING);
            assertThat(partition.waitingFor()).hasValue(0);
            assertThat(partition.inFlight()).isEqualTo(2);
            assertThat(partition.inHandler()).isPresent();
        }));
        mayEnd.countDown();

        await().untilAsserted(() -> assertThat(partition().verdict()).isEqualTo(Verdict.IDLE));
        await().untilAsserted(() -> assertThat(partition().committed()).hasValue(2));
    }

    private void handleSlowly(OrderPlaced order, Context context) throws InterruptedException {
        mayEnd.await();
        handled.add(order.getItems());
    }

    @Test
    void staysAliveWhileItIsPaused() throws IOException, InterruptedException {
        var subscription = bus.subscribe(OrderPlaced.class, (order, context) -> handled.add(order.getItems()));
        subscription.pause();
        publish(3);

        await().untilAsserted(() -> assertThat(partition().verdict()).isEqualTo(Verdict.PAUSED));
        assertThat(partition().reason()).isEqualTo("the service has paused the subscription");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/live").body())
                .isEqualTo(
                        "{\"ok\":true,\"groups\":[{\"group\":\"%s\",\"verdict\":\"PAUSED\",\"reason\":\"%s-0: the service has paused the subscription\"}]}\n",
                        settings.service(), TOPIC);
        assertThat(handled).isEmpty();
        subscription.resume();

        await().untilAsserted(() -> assertThat(handled).containsExactly(1, 2, 3));
    }

    @Test
    void tellsTheLanesAsJson() throws IOException, InterruptedException {
        bus.subscribe(OrderPlaced.class, this::handleSlowly);
        publish(2);
        await().untilAsserted(() -> {
            assertThat(partition().inHandler()).isPresent();
            assertThat(partition().inFlight()).isEqualTo(2);
        });

        var lanes = get("/lanes");

        assertThat(lanes.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(lanes.body())
                .contains("{\"topic\":\"" + TOPIC + "\",\"partition\":0,\"verdict\":\"PROGRESSING\"")
                .contains("\"waitingFor\":0,\"attempts\":1,\"inHandlerSeconds\":0.")
                .contains("\"inFlight\":2,");
    }

    @Test
    void tellsItsFiguresToPrometheus() throws IOException, InterruptedException {
        bus.subscribe(OrderPlaced.class, (order, context) -> handled.add(order.getItems()));
        publish(3);
        await().until(() -> handled.size() == 3);

        var metrics = get("/metrics").body();

        assertThat(metrics)
                .contains("# TYPE postroad_client_published_total counter\n")
                .contains("\npostroad_client_published_total{topic=\"%s\"} 3\n".formatted(TOPIC))
                .contains("\npostroad_client_handled_total{topic=\"%s\",group=\"%s\"} 3\n"
                        .formatted(TOPIC, settings.service()))
                .containsPattern("\npostroad_client_end_to_end_seconds_count\\{topic=\"%s\",group=\"%s\"} [1-3]\n"
                        .formatted(TOPIC, settings.service()))
                .containsPattern(
                        "\npostroad_client_step_seconds_count\\{topic=\"%s\",group=\"%s\",step=\"handle\"} [1-3]\n"
                                .formatted(TOPIC, settings.service()))
                .contains("\npostroad_client_rebalances_total{group=\"%s\"} ".formatted(settings.service()))
                .containsPattern("le=\"\\+Inf\"} [1-3]\n")
                .contains("\npostroad_client_verdict{topic=\"%s\",group=\"%s\",partition=\"0\",verdict=\""
                        .formatted(TOPIC, settings.service()));
        assertThat(metrics.lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) postroad_client_\\w+ .*")
                        || line.matches("postroad_client_\\w+\\{[^{}]*} [0-9.E+-]+"));
    }

    @Test
    void isDeadWhenAHandlersErrorHasEndedTheGroup() {
        bus.subscribe(OrderPlaced.class, (order, context) -> {
            throw new StackOverflowError("too deep");
        });
        publish(1);

        await().until(() -> !bus.health().isLive());
        assertThat(bus.health().groups()).singleElement().satisfies(group -> {
            assertThat(group.verdict()).isEqualTo(Verdict.DEAD);
            assertThat(group.reason()).isEqualTo("the group has ended: java.lang.StackOverflowError: too deep");
        });
    }

    @Test
    void answersOnlyWhatItKnows() throws IOException, InterruptedException {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        var post = HttpRequest.newBuilder(uri("/lanes"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void saysThatItsPortIsTaken() {
        assertThatThrownBy(() -> Bus.connect(settings))
                .hasMessageStartingWith("port %d for health cannot be had: ", settings.healthPort())
                .hasMessageEndingWith("choose another with POSTROAD_HEALTH_PORT");
    }

    private PartitionHealth partition() {
        return bus.health().groups().stream()
                .map(GroupHealth::partitions)
                .flatMap(List::stream)
                .filter(partition -> partition.topic().equals(TOPIC))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no partition yet"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + settings.healthPort() + path);
    }

    private void publish(int count) {
        var publisher = bus.publisher(OrderPlaced.class);
        for (var number = 1; number <= count; number++) {
            publisher
                    .publish(OrderPlaced.newBuilder()
                            .setOrderId("a")
                            .setItems(number)
                            .build())
                    .join();
        }
    }
}
