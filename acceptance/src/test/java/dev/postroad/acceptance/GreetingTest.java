package dev.postroad.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hello.v1.GreetingSent;
import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.broker.junit.UniqueNames;
import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.topic.DerivedTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A test as a user writes it; docs/how-to/embed-the-broker.md quotes it. */
@ExtendWith(BrokerExtension.class)
class GreetingTest {
    private static final String TOPIC = "hello.greeting-sent.v1";

    @Test
    void greetsWhoeverIsNamed(EmbeddedBroker broker) throws InterruptedException, ExecutionException {
        create(broker, List.of(TOPIC));
        create(broker, new DerivedTopics(TOPIC, "hello").standard());
        var greeted = new LinkedBlockingQueue<GreetingSent>();
        var greeting = GreetingSent.newBuilder().setName("Ada").setText("Hello").build();

        try (var bus = Bus.connect(new BusSettings("hello", broker.bootstrapServers(), Duration.ZERO))) {
            bus.subscribe(GreetingSent.class, (message, context) -> greeted.add(message));
            bus.publisher(GreetingSent.class).publish(greeting).join();

            assertThat(greeted.poll(30, TimeUnit.SECONDS)).isEqualTo(greeting);
        }
    }

    @Test
    void keepsItsNamesToItself(EmbeddedBroker broker, UniqueNames names)
            throws InterruptedException, ExecutionException {
        create(broker, List.of(names.topic()));

        assertThat(names.topic()).endsWith(".keeps-its-names-to-itself.v1");
        assertThat(names.group()).endsWith("-keeps-its-names-to-itself");
    }

    @Test
    void remembersItsTopics(@TempDir Path folder) throws InterruptedException, ExecutionException {
        var settings = BrokerSettings.in(folder).with("log.retention.hours", "1");

        try (var broker = EmbeddedBroker.start(settings)) {
            create(broker, List.of(TOPIC));
        }

        try (var broker = EmbeddedBroker.start(settings);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains(TOPIC);
        }
    }

    private static void create(EmbeddedBroker broker, List<String> topics)
            throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var admin = Admin.create(settings)) {
            var created = topics.stream().map(topic -> new NewTopic(topic, 3, (short) 1));
            admin.createTopics(created.toList()).all().get();
        }
    }
}
