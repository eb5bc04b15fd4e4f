package dev.postroad.bench.client;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A broker in a process of its own, so that its CPU time is not counted. It ends with its standard input. */
final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final String bootstrap;

    private BrokerProcess(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    static BrokerProcess start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java, "-Xmx512m", "-cp", System.getProperty("java.class.path"), BrokerProcess.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var bootstrap = out.readLine();
        if (bootstrap == null) {
            throw new IOException("the broker has ended with " + process.destroyForcibly());
        }
        return new BrokerProcess(process, bootstrap);
    }

    String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    /** The broker's own side. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        try (var broker = EmbeddedBroker.start(BrokerSettings.temporary())) {
            System.out.println(broker.bootstrapServers());
            while (System.in.read() >= 0) {}
        }
        Runtime.getRuntime().halt(0);
    }
}
