package dev.postroad.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.client.connection.BrokerUnreachableException;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.orders.OrderNoted;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.orders.Unbound;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.publish.Publisher;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.settings.StartFrom;
import dev.postroad.client.subscribe.Context;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.contract.topic.InvalidContractException;
import dev.postroad.contract.version.ContractVersion;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class BusTest {
    private static final String TOPIC = "orders.order-placed.v1";

    private final TestCluster cluster;
    private final BusSettings settings;
    private final List<Bus> buses = new ArrayList<>();

    BusTest(EmbeddedBroker broker, TestInfo test) {
        cluster = new TestCluster(broker.bootstrapServers());
        settings = new BusSettings(
                "t" + Integer.toHexString(test.getDisplayName().hashCode()),
                broker.bootstrapServers(),
                Duration.ofMillis(200));
    }

    @BeforeEach
    void createTopics() {
        cluster.recreate(TOPIC, "orders.order-noted.v1", InternalTopics.REPORTS);
        cluster.derive(settings.service(), TOPIC, "orders.order-noted.v1");
    }

    @AfterEach
    void closeAll() {
        buses.forEach(Bus::close);
        cluster.close();
    }

    @Test
    void carriesAMessageFromPublisherToSubscriber() {
        var bus = connect();
        var received = new CopyOnWriteArrayList<OrderPlaced>();
        var contexts = new CopyOnWriteArrayList<Context>();

        bus.subscribe(OrderPlaced.class, (order, context) -> {
            received.add(order);
            contexts.add(context);
        });
        var delivery = bus.publisher(OrderPlaced.class).publish(order("a1")).join();

        await().untilAsserted(() -> assertThat(received).containsExactly(order("a1")));
        assertThat(delivery.topic()).isEqualTo(TOPIC);
        assertThat(contexts).singleElement().satisfies(context -> {
            assertThat(context.offset()).isEqualTo(delivery.offset());
            assertThat(context.timestamp()).isEqualTo(delivery.timestamp());
            assertThat(context.version()).hasValue(ContractVersion.of(OrderPlaced.getDescriptor()));
        });
    }

    @Test
    void writesKeyValueAndHeaderAsTheContractSays() {
        connect().publisher(OrderPlaced.class).publish(order("Zürich")).join();

        assertThat(cluster.read(TOPIC)).singleElement().satisfies(found -> {
            assertThat(found.key()).isEqualTo("Zürich".getBytes(StandardCharsets.UTF_8));
            assertThat(OrderPlaced.parseFrom(found.value())).isEqualTo(order("Zürich"));
            assertThat(found.headers().lastHeader("postroad-contract").value())
                    .isEqualTo(ContractVersion.of(OrderPlaced.getDescriptor()).bytes());
        });
    }

    @Test
    void refusesAMessageThatBreaksItsContractAndSendsNothing() {
        var publisher = connect().publisher(OrderPlaced.class);

        assertThatThrownBy(() -> publisher.publish(
                        OrderPlaced.newBuilder().setEmail("nobody").build()))
                .isInstanceOfSatisfying(
                        MessageRefusedException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::field)
                                .containsExactly("items", "email", "order_id"))
                .hasMessageContaining(TOPIC)
                .hasMessageContaining("items: must be greater than 0 [int32.gt]")
                .hasMessageContaining("order_id: the record's key must be set [postroad.key]");
        publisher.publish(order("after")).join();
        assertThat(cluster.read(TOPIC)).hasSize(1);
    }

    @Test
    void countsButSendsWhatBreaksAnObservedContract() {
        var publisher = connect().publisher(OrderNoted.class);

        publisher.publish(OrderNoted.newBuilder().setOrderId("a1").build()).join();

        assertThat(cluster.read("orders.order-noted.v1")).hasSize(1);
        await().untilAsserted(() ->
                assertThat(lastReport().getPublished(0).getObserved()).isEqualTo(1));
    }

    @Test
    void refusesAMessageOfAnotherType() {
        var contract = Contract.of(OrderPlaced.getDescriptor());
        Publisher<DynamicMessage> publisher =
                connect().publisher(contract, new ProtovalidateCheck<>(contract.message()));
        var other = DynamicMessage.newBuilder(OrderNoted.getDescriptor()).build();

        assertThatThrownBy(() -> publisher.publish(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("topic %s carries orders.v1.OrderPlaced, not orders.v1.OrderNoted", TOPIC);
    }

    @Test
    @SuppressWarnings({"rawtypes", "unchecked"})
    void refusesAMessageThatACastSmuggledPastTheCompiler() {
        Publisher publisher = connect().publisher(OrderPlaced.class);

        assertThatThrownBy(() -> publisher.publish((Message) OrderNoted.getDefaultInstance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carries orders.v1.OrderPlaced, not orders.v1.OrderNoted");
        assertThat(cluster.read(TOPIC)).isEmpty();
    }

    @Test
    void refusesATypeThatIsNoContract() {
        var bus = connect();

        assertThatThrownBy(() -> bus.publisher(Unbound.class))
                .isInstanceOf(InvalidContractException.class)
                .hasMessageContaining("orders.v1.Unbound has no topic; add option (postroad.topic)");
        assertThatThrownBy(() -> bus.publisher(Message.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no generated message class");
    }

    @Test
    void saysThatTheTopicIsMissing() {
        cluster.delete(TOPIC);
        var bus = connect();

        assertThatThrownBy(() -> bus.publisher(OrderPlaced.class))
                .isInstanceOf(TopicMissingException.class)
                .hasMessageContaining("topic orders.order-placed.v1 is not on the cluster")
                .hasMessageContaining("postroad apply");
        assertThatThrownBy(() -> bus.subscribe(OrderPlaced.class, (order, context) -> {}))
                .isInstanceOf(TopicMissingException.class);
    }

    @Test
    void findsATopicThatIsCreatedJustNow() {
        cluster.delete(TOPIC);
        var publisher = CompletableFuture.supplyAsync(() -> connect().publisher(OrderPlaced.class));

        cluster.create(List.of(TOPIC));

        assertThat(publisher).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void saysWithinTenSecondsThatNoBrokerAnswers() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var bus = connect(settings.withBootstrap("localhost:" + port));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThatThrownBy(() -> bus.publisher(OrderPlaced.class))
                        .isInstanceOf(BrokerUnreachableException.class)
                        .hasMessageContaining("no Kafka broker answers at localhost:" + port)
                        .hasMessageContaining("postroad up"));
    }

    @Test
    void saysThatAHostIsUnknown() {
        var bus = connect(settings.withBootstrap("no-such-host.invalid:9092"));

        assertThatThrownBy(() -> bus.publisher(OrderPlaced.class))
                .isInstanceOf(BrokerUnreachableException.class)
                .hasMessageContaining("no-such-host.invalid:9092");
    }

    @Test
    void commitsOnlyAfterTheHandlerReturned() throws InterruptedException {
        var bus = connect();
        bus.publisher(OrderPlaced.class).publish(order("a1")).join();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);

        bus.subscribe(OrderPlaced.class, (order, context) -> {
            begun.countDown();
            mayEnd.await();
        });

        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(cluster.committed(settings.service(), TOPIC)).isZero();
        mayEnd.countDown();
        await().untilAsserted(() ->
                assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(1));
    }

    @Test
    void triesARecordAgainWhenItsHandlerThrewAndKeepsTheOrder() {
        var bus = connect();
        var handled = new CopyOnWriteArrayList<String>();
        var attempts = new AtomicInteger();
        var publisher = bus.publisher(OrderPlaced.class);
        List.of("a1", "a1", "a1").forEach(id -> publisher.publish(order(id)).join());

        bus.subscribe(OrderPlaced.class, (order, context) -> {
            if (context.offset() == 1 && attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("the warehouse is closed");
            }
            handled.add(order.getOrderId() + '@' + context.offset());
        });

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(handled).containsExactly("a1@0", "a1@1", "a1@2"));
        assertThat(attempts).hasValue(2);
    }

    @Test
    void goesOnWhereItsGroupStopped() {
        var publisher = connect().publisher(OrderPlaced.class);
        var first = new CopyOnWriteArrayList<OrderPlaced>();
        var second = new CopyOnWriteArrayList<OrderPlaced>();
        publisher.publish(order("a1")).join();
        try (var bus = Bus.connect(settings)) {
            bus.subscribe(OrderPlaced.class, (order, context) -> first.add(order));
            await().untilAsserted(() -> assertThat(first).containsExactly(order("a1")));
        }

        publisher.publish(order("a2")).join();
        connect().subscribe(OrderPlaced.class, (order, context) -> second.add(order));

        await().untilAsserted(() -> assertThat(second).containsExactly(order("a2")));
    }

    @Test
    void beginsAtTheNewestRecordIfItIsTold() {
        var bus = connect(settings.withStartFrom(StartFrom.NEWEST));
        var publisher = bus.publisher(OrderPlaced.class);
        var handled = new CopyOnWriteArrayList<String>();
        publisher.publish(order("before")).join();
        bus.subscribe(OrderPlaced.class, (order, context) -> handled.add(order.getOrderId()));

        await().untilAsserted(() -> {
            publisher.publish(order("after")).join();
            assertThat(handled).isNotEmpty();
        });

        assertThat(handled).doesNotContain("before");
    }

    @Test
    void reportsWhichPropertiesOfKafkaAreOverridden() {
        var bus = connect(settings.withKafka(Map.of("linger.ms", "0", "fetch.max.wait.ms", "100")));
        bus.publisher(OrderPlaced.class).publish(order("a1")).join();

        await().untilAsserted(() ->
                assertThat(lastReport().getKafkaOverridesList()).containsExactly("fetch.max.wait.ms", "linger.ms"));
    }

    @Test
    void subscribesToATopicOnce() {
        var bus = connect();
        bus.subscribe(OrderPlaced.class, (order, context) -> {});

        assertThatThrownBy(() -> bus.subscribe(OrderPlaced.class, (order, context) -> {}))
                .hasMessage(
                        "%s subscribes to %s already; to handle it in another group too, name a subscription with SubscriptionOptions.named",
                        settings.service(), TOPIC);
    }

    @Test
    void endsAHandlerThatDoesNotReturnWhenItIsClosed() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var bus = connect();
        bus.publisher(OrderPlaced.class).publish(order("a1")).join();
        bus.subscribe(OrderPlaced.class, (order, context) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        bus.close();

        assertThat(interrupted.getCount()).isZero();
        assertThat(cluster.committed(settings.service(), TOPIC)).isZero();
    }

    @Test
    void finishesWhatWasBegunWhenItsProcessIsInterrupted() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var bus = connect();
        bus.publisher(OrderPlaced.class).publish(order("a1")).join();
        bus.subscribe(OrderPlaced.class, (order, context) -> {
            begun.countDown();
            // Long enough for the interrupt to come meanwhile, short enough to be waited for.
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        });
        var isStillInterrupted = new CompletableFuture<Boolean>();
        var running = new Thread(() -> {
            bus.runUntilShutdown();
            isStillInterrupted.complete(Thread.interrupted());
        });
        running.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        running.interrupt();

        assertThat(isStillInterrupted).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
        assertThat(cluster.committed(settings.service(), TOPIC)).isEqualTo(1);
    }

    @Test
    void isOfNoUseOnceClosed() {
        var bus = connect();
        bus.close();

        assertThatThrownBy(() -> bus.publisher(OrderPlaced.class)).hasMessageContaining("is closed");
    }

    @Test
    void reportsWhatItDidEvenAsItCloses() {
        var bus = connect(settings.withReportEvery(Duration.ofHours(1)));
        var handled = new CountDownLatch(1);
        var publisher = bus.publisher(OrderPlaced.class);
        bus.subscribe(OrderPlaced.class, (order, context) -> handled.countDown());
        publisher.publish(order("a1")).join();
        assertThatThrownBy(() -> publisher.publish(order(""))).isInstanceOf(MessageRefusedException.class);
        await().until(() -> handled.getCount() == 0);

        bus.close();

        var report = lastReport();
        assertThat(report.getService()).isEqualTo(settings.service());
        assertThat(report.getClosing()).isTrue();
        assertThat(report.getPublished(0).getAcknowledged()).isEqualTo(1);
        assertThat(report.getPublished(0).getRefused()).isEqualTo(1);
        assertThat(report.getPublished(0).getLastRefusal().getField()).isEqualTo("order_id");
        assertThat(report.getConsumed(0).getHandled()).isEqualTo(1);
        assertThat(report.getConsumed(0).getGroup()).isEqualTo(settings.service());
    }

    @Test
    void worksWhereNobodyReadsReports() {
        cluster.delete(InternalTopics.REPORTS);
        var bus = connect();

        bus.publisher(OrderPlaced.class).publish(order("a1")).join();
        bus.close();

        assertThat(cluster.read(TOPIC)).hasSize(1);
    }

    @Test
    void takesItsAddressFromTheEnvironment() {
        var bus = Bus.connect(BusSettings.of("env", Map.of("POSTROAD_BOOTSTRAP", settings.bootstrap())));
        buses.add(bus);

        assertThat(bus.publisher(OrderPlaced.class).publish(order("a1")).join().offset())
                .isZero();
    }

    private ClientReport lastReport() {
        return cluster.read(InternalTopics.REPORTS).stream()
                .map(found -> TestCluster.report(found.value()))
                .filter(report -> report.getService().equals(settings.service()))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no report yet"));
    }

    private Bus connect() {
        return connect(settings);
    }

    private Bus connect(BusSettings with) {
        var bus = Bus.connect(with);
        buses.add(bus);
        return bus;
    }

    private static OrderPlaced order(String id) {
        return OrderPlaced.newBuilder().setOrderId(id).setItems(1).build();
    }
}
