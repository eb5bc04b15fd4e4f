package dev.postroad.acceptance.patterns;

import com.example.hello.v1.GreetingSent;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.topic.DerivedTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A service on a broker, with the topics that it needs. */
final class Site implements AutoCloseable {
    private static final String TOPIC = "hello.greeting-sent.v1";

    private final String service;
    private final Bus bus;

    Site(EmbeddedBroker broker, String service) throws InterruptedException, ExecutionException {
        this.service = service;
        var topics = new ArrayList<>(List.of(TOPIC));
        topics.addAll(new DerivedTopics(TOPIC, service).standard());
        create(broker, topics);
        bus = Bus.connect(new BusSettings(service, broker.bootstrapServers(), Duration.ZERO));
    }

    private static void create(EmbeddedBroker broker, Collection<String> topics)
            throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var existing = admin.listTopics().names().get();
            var missing = topics.stream().filter(topic -> !existing.contains(topic));
            admin.createTopics(missing.map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    Bus bus() {
        return bus;
    }

    /** Greets whom this service has to handle; the topic is shared. */
    void greet(String... names) {
        var publisher = bus.publisher(GreetingSent.class);
        for (var name : names) {
            publisher
                    .publish(GreetingSent.newBuilder()
                            .setName(name)
                            .setText(service)
                            .build())
                    .join();
        }
    }

    boolean isMine(GreetingSent greeting) {
        return greeting.getText().equals(service);
    }

    @Override
    public void close() {
        bus.close();
    }
}
