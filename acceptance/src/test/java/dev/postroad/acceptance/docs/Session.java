package dev.postroad.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.postroad.acceptance.Checkout;
import dev.postroad.acceptance.docs.Block.Step;
import dev.postroad.acceptance.docs.Shell.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A reader who follows one page from its top to its end, in a copy of the checkout. Used by one thread. */
final class Session implements AutoCloseable {
    private static final Duration APPEARS_WITHIN = Duration.ofMinutes(3);
    private static final List<String> EXAMPLES =
            List.of("examples/hello", "examples/github-bus", "examples/spring-orders");
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Lock STARTING = new ReentrantLock();
    private static final String STATUS = "echo $?";

    /** Pages show Kafka's usual port; here another broker may have it. */
    private static final String USUAL = "localhost:9092";

    private static final Pattern BROKER = Pattern.compile("broker (localhost:\\d+)");

    private final Page page;
    private final Path folder;
    private final Shell shell;
    private String broker = USUAL;

    /** A session in a new checkout within the given folder, so that a page may make folders beside it. */
    Session(Page page, Path parent) throws IOException {
        this.page = page;
        this.folder = Files.createDirectory(parent.resolve("postroad"));
        for (var example : EXAMPLES) {
            Checkout.copy(Checkout.ROOT.resolve(example), folder.resolve(example));
        }
        var program = folder.resolve("postroad");
        var command = Checkout.postroad(folder.resolve("examples/github-bus")).stream()
                .map(argument -> "'" + argument + "'")
                .collect(Collectors.joining(" "));
        Files.writeString(program, "#!/bin/sh\nexec %s \"$@\"\n".formatted(command));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        shell = new Shell(folder);
    }

    void follow() throws IOException, InterruptedException {
        for (var block : page.blocks()) {
            if (block.file().isPresent()) {
                var file = folder.resolve(block.file().get());
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text());
            } else if (block.language().equals("console")) {
                run(block);
            }
        }
    }

    private void run(Block block) throws IOException, InterruptedException {
        var steps = block.steps();
        for (var index = 0; index < steps.size(); index++) {
            var step = steps.get(index);
            var transcript = new Transcript(step.output(), block.is("figures"));
            if (block.is("background")) {
                start(step, transcript);
            } else {
                var showsStatus = index + 1 < steps.size()
                        && steps.get(index + 1).command().equals(STATUS);
                run(step, transcript, showsStatus);
            }
        }
    }

    private void start(Step step, Transcript transcript) throws IOException, InterruptedException {
        var background = begin(step);
        await().atMost(APPEARS_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(() -> transcript.isPartOf(shown(background.printed())) || background.hasEnded());
        expect(step, transcript, transcript.isPartOf(shown(background.printed())), background.printed());
        var found = BROKER.matcher(background.printed());
        if (found.find()) {
            broker = found.group(1);
        }
    }

    /** One at a time: a broker that starts wants the whole machine, and its clients wait for seconds only. */
    private Background begin(Step step) throws IOException, InterruptedException {
        STARTING.lock();
        try {
            var background = shell.start(here(step.command()));
            await().atMost(APPEARS_WITHIN)
                    .pollInterval(LOOK_EVERY)
                    .until(() -> !background.printed().isEmpty() || background.hasEnded());
            return background;
        } finally {
            STARTING.unlock();
        }
    }

    private void run(Step step, Transcript transcript, boolean mayFail) throws IOException, InterruptedException {
        var answer = shell.run(here(step.command()));
        var printed = shown(answer.output());
        expect(step, transcript, transcript.isAllOf(printed), printed);
        if (!mayFail) {
            assertThat(answer.status()).as("exit code of %s", at(step)).isZero();
        }
    }

    private void expect(Step step, Transcript transcript, boolean isMet, String printed) {
        if (!isMet) {
            fail("%s%nis said to print:%n%s%nand printed:%n%s", at(step), transcript.text(), printed);
        }
    }

    private String here(String command) {
        return command.replace(USUAL, broker);
    }

    private String shown(String printed) {
        return BROKER.matcher(printed).replaceAll("broker " + USUAL).replace(broker, USUAL);
    }

    private String at(Step step) {
        return "%s:%d: $ %s".formatted(page, step.line(), step.command());
    }

    @Override
    public void close() throws IOException {
        shell.close();
        for (var example : EXAMPLES) {
            Files.deleteIfExists(folder.resolve(example).resolve("target"));
        }
    }
}
