package dev.postroad.client.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postroad.contract.report.ClientReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Tells by HTTP how a process does: {@code /health/live} and {@code /health/ready} for whoever restarts it and sends it
 * work, {@code /lanes} for people, {@code /metrics} for Prometheus. Nothing that it tells is personal data.
 */
public final class HealthServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, HealthServer::daemon);

    private HealthServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "postroad-health");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts to answer, on all of the machine's addresses.
     *
     * @param port 0 for any that is free
     * @throws UncheckedIOException if the port cannot be had
     */
    public static HealthServer start(int port, Supplier<Health> health, Supplier<ClientReport> report) {
        try {
            var started = new HealthServer(HttpServer.create(new InetSocketAddress(port), 0));
            started.serve("/health/live", () -> {
                var seen = health.get();
                return new Answer(seen.isLive() ? OK : UNAVAILABLE, JSON, HealthJson.summary(seen, seen.isLive()));
            });
            started.serve("/health/ready", () -> {
                var seen = health.get();
                return new Answer(seen.isReady() ? OK : UNAVAILABLE, JSON, HealthJson.summary(seen, seen.isReady()));
            });
            started.serve("/lanes", () -> new Answer(OK, JSON, HealthJson.lanes(health.get())));
            started.serve("/metrics", () -> new Answer(OK, PROMETHEUS, Exposition.of(report.get(), health.get())));
            started.server.createContext(
                    "/",
                    exchange -> send(
                            exchange,
                            new Answer(
                                    NOT_FOUND,
                                    "text/plain",
                                    "there is /health/live, /health/ready, /lanes and /metrics\n")));
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "port %d for health cannot be had: %s; choose another with POSTROAD_HEALTH_PORT"
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    private record Answer(int status, String type, String body) {}

    private void serve(String path, Supplier<Answer> answer) {
        server.createContext(path, exchange -> {
            var isRead = exchange.getRequestMethod().equals("GET")
                    || exchange.getRequestMethod().equals("HEAD");
            send(
                    exchange,
                    isRead
                            ? answer.get()
                            : new Answer(METHOD_NOT_ALLOWED, "text/plain", "only GET is answered here\n"));
        });
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            var isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), isHead ? -1 : body.length);
            if (!isHead) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** The port that is answered on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Ends at once; whoever is being answered may get half an answer. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
