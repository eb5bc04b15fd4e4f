package dev.postroad.cli.up;

import dev.postroad.broker.embedded.BrokerStartException;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Findings;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.cli.output.QuietLogging;
import dev.postroad.cli.up.UpView.ProcessView;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.DemoProcess;
import dev.postroad.platform.cluster.ClusterUnreachableException;
import dev.postroad.platform.snapshot.BusSnapshot;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code postroad up}. */
@Command(
        name = "up",
        description =
                "Runs a bus on an embedded Kafka broker: checks and applies it, starts its demo, shows what goes on.",
        footer = {
            "",
            "Ctrl-C ends everything; the next `up` goes on with the same data.",
            "Other commands, from another terminal, find the running broker by themselves."
        })
public final class UpCommand implements Callable<Integer> {
    private static final int KAFKA_PORT = 9092;
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Console console;
    private final Screen screen;
    private final Stop stop = new Stop();
    private final Instant begun = Instant.now();

    @Parameters(arity = "0..1", paramLabel = "BUS", description = "The bus repository; the same as --bus.")
    private @Nullable Path folder;

    @Option(names = "--once", description = "Feeds every message once, accounts for all of them, and ends.")
    private boolean once;

    @Option(names = "--no-demo", description = "Starts no demo process: the broker and its topics alone.")
    private boolean noDemo;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "The broker's port. Default: 9092 if it is free, else any free port.")
    private @Nullable Integer port;

    @Mixin
    private BusOptions busOptions = new BusOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    /** The command on the given streams. */
    public UpCommand(Console console) {
        this.console = console;
        this.screen = new Screen(console);
    }

    @Override
    public Integer call() throws IOException {
        if (folder != null) {
            busOptions.setFolder(folder);
        }
        var data = new DataDirectory(busOptions.dataDirectory());
        // Before anything is made there: a folder that is no bus must not get one.
        var loading = CompletableFuture.supplyAsync(busOptions::load);
        if (!busOptions.isBus()) {
            loaded(loading);
        }
        data.prepare();
        QuietLogging.toFile(data.logs().resolve("postroad.log"));
        stop.onSignal();
        try {
            return run(data, loading);
        } finally {
            stop.ended();
        }
    }

    private int run(DataDirectory data, CompletableFuture<BusRepository> loading) throws IOException {
        var leftovers = Processes.endLeftovers(data);
        if (leftovers > 0) {
            progress("demo processes of an earlier 'up' that was killed, ended: %d".formatted(leftovers));
        }
        progress("starting the broker");
        try (var broker = startBroker(data)) {
            var bus = loaded(loading);
            if (bus.hasErrors()) {
                Findings.print(bus.findings(), console.err());
                return 1;
            }
            progress("creating topics");
            try (var running = RunningBus.of(bus, data, broker)) {
                startDemo(running);
                return once ? account(running) : watch(running);
            }
        }
    }

    /** Loading failed in another thread; what failed is what the user should hear of. */
    private static BusRepository loaded(CompletableFuture<BusRepository> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private EmbeddedBroker startBroker(DataDirectory data) {
        if (port != null) {
            return RunningBus.startBroker(data, port);
        }
        try {
            return RunningBus.startBroker(data, KAFKA_PORT);
        } catch (BrokerStartException e) {
            if (!(e.getCause() instanceof BindException)) {
                throw e;
            }
            progress("port %d is taken; taking a free one".formatted(KAFKA_PORT));
            return RunningBus.startBroker(data, 0);
        }
    }

    /** With {@code --once}, subscribers first: then every time that is shown is that of a message on its way. */
    private void startDemo(RunningBus running) {
        var demo = running.bus().demo();
        if (noDemo || demo.isEmpty()) {
            return;
        }
        progress("starting "
                + String.join(", ", demo.stream().map(DemoProcess::name).toList()));
        if (!once) {
            demo.forEach(process -> running.start(process, once));
            return;
        }
        demo.stream().filter(running::subscribes).forEach(process -> running.start(process, once));
        running.awaitJoined(stop);
        demo.stream().filter(process -> !running.subscribes(process)).forEach(process -> running.start(process, once));
    }

    private int watch(RunningBus running) {
        do {
            requireBroker(running);
            try {
                show(running);
            } catch (ClusterUnreachableException e) {
                // A machine that slept, or is too busy: the broker is alive, so the next look may see it.
                console.err().println("postroad: " + e.getMessage());
            }
        } while (!stop.awaitFor(EVERY));
        progress("ending");
        return 0;
    }

    private static void requireBroker(RunningBus running) {
        running.brokerFailure().ifPresent(failure -> {
            throw new UpException("the broker has ended: " + failure);
        });
    }

    private void show(RunningBus running) {
        var now = Instant.now();
        var snapshot = running.sampler().sample();
        if (format.isJson()) {
            console.out().println(UpJson.of(running.bootstrap(), snapshot, states(running)));
        } else {
            screen.draw(LiveTable.lines(view(running, snapshot, now)), now);
        }
    }

    private int account(RunningBus running) {
        var missing = new Accounting(running, stop).missing();
        var snapshot = running.sampler().sample();
        if (format.isJson()) {
            console.out().println(UpJson.of(running.bootstrap(), snapshot, states(running)));
        } else {
            screen.print(LiveTable.lines(view(running, snapshot, Instant.now())));
        }
        missing.forEach(console.err()::println);
        if (missing.isEmpty()) {
            progress("every accepted message was consumed by every subscriber");
            return 0;
        }
        return 1;
    }

    private UpView view(RunningBus running, BusSnapshot snapshot, Instant now) {
        var bus = running.bus();
        return new UpView(
                bus.name(),
                running.bootstrap(),
                Duration.between(begun, now),
                snapshot,
                states(running),
                once ? List.of() : NextCommands.of(bus));
    }

    private static List<ProcessView> states(RunningBus running) {
        return running.processes().stream()
                .map(process -> new ProcessView(process.declared().name(), running.state(process)))
                .toList();
    }

    private void progress(String what) {
        if (console.terminal().isPresent() || once) {
            console.err().println("postroad: " + what);
        }
    }
}
