package dev.postroad.acceptance.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.hello.v1.GreetingSent;
import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/how-to/watch-a-service.md quotes it. */
class WatchingTest {
    @Test
    void staysAliveAndReadyWhenItsBrokerIsGone(@TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var port = freePort();
        var broker = EmbeddedBroker.start(BrokerSettings.in(folder));
        try (var site = new Site(broker, "watched")) {
            var bootstrap = broker.bootstrapServers();
            site.greet("Ada");
            var settings =
                    BusSettings.of("watched", Map.of("POSTROAD_HEALTH_PORT", port, "POSTROAD_BOOTSTRAP", bootstrap));
            try (var bus = Bus.connect(settings)) {
                var subscription = bus.subscribe(GreetingSent.class, (greeting, context) -> {});
                await().until(() -> status(port, "/health/ready") == 200);
                subscription.pause();
                broker.close();

                await().during(Duration.ofSeconds(5))
                        .atMost(Duration.ofSeconds(6))
                        .until(() -> status(port, "/health/live") == 200 && status(port, "/health/ready") == 200);
                assertThat(subscription.isPaused()).isTrue();
            }
        }
    }

    private static int status(String port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static String freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return Integer.toString(free.getLocalPort());
        }
    }
}
