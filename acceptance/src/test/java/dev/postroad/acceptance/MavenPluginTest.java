package dev.postroad.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds somebody's service with Postroad's Maven plugin, as a build outside of this checkout does. */
class MavenPluginTest {
    @TempDir
    private Path folder;

    private Path bus;
    private ServiceBuild build;

    @BeforeEach
    void declareAServiceInABus() throws IOException {
        bus = folder.resolve("bus");
        Checkout.copy(Checkout.ROOT.resolve("examples/hello"), bus);
        Files.writeString(
                bus.resolve("services/greeter.yaml"),
                "name: greeter\nteam: welcome\nsubscribes: [hello.greeting-sent.v1]\n");
        build = new ServiceBuild(folder);
        build.write("src/main/java/com/example/greeter/Greeter.java", """
                package com.example.greeter;

                import dev.postroad.client.Bus;

                public final class Greeter {
                    public static void main(String[] arguments) {
                        try (var bus = Bus.connect("greeter")) {
                            bus.subscribe(Topics.GREETING_SENT, (greeting, context) -> greeting.getText());
                        }
                    }
                }
                """);
    }

    @Test
    void findsTheBusByItsFolder() throws IOException, InterruptedException {
        build.pom("<bus>%s</bus>".formatted(bus));

        var result = build.compile();

        assertThat(result.out()).contains("BUILD SUCCESS", "greeter of the bus hello: 1 topic, ");
        assertThat(build.has("target/classes/com/example/greeter/Greeter.class"))
                .isTrue();
    }

    @Test
    void findsTheBusAsAPublishedArtifact() throws IOException, InterruptedException {
        build.publishFolder("com.example", "hello-bus", bus);
        build.pom("<busArtifact>com.example:hello-bus:0.1.0</busArtifact>");

        var result = build.compile();

        assertThat(result.out()).contains("BUILD SUCCESS");
        assertThat(build.has("target/classes/com/example/greeter/Greeter.class"))
                .isTrue();
    }

    @Test
    void refusesABusWithErrorsAndNamesFileAndLine() throws IOException, InterruptedException {
        Files.writeString(bus.resolve("services/greeter.yaml"), "name: greeter\nteam: welcom\n");
        build.pom("<bus>%s</bus>".formatted(bus));

        var result = build.compile();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("[ERROR] services/greeter.yaml:2: error: team 'welcom' is no team")
                .contains("the bus repository %s has errors; 'postroad check' lists them".formatted(bus))
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAServiceThatTheBusDoesNotDeclare() throws IOException, InterruptedException {
        build.pom("<bus>%s</bus><service>greter</service>".formatted(bus));

        var result = build.compile();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("the bus hello has no service 'greter'; add services/greter.yaml to it,"
                        + " or name one of its services: greeter, hello")
                .doesNotContain("\tat ");
    }

    @Test
    void compilesRulesSoThatProtovalidateIsNotNeeded() throws IOException, InterruptedException {
        writeJudge();
        build.pom("<bus>%s</bus>".formatted(bus));

        var compiled = build.compile();
        var judged = build.run("com.example.greeter.Judge");

        assertThat(compiled.out()).contains("BUILD SUCCESS").doesNotContain("protovalidate");
        assertThat(judged.out()).isEqualTo("[text: must be at least 1 characters [string.min_len]]\n");
    }

    @Test
    void namesARuleThatItCannotCompile() throws IOException, InterruptedException {
        writeJudge();
        askForWhatCannotBeCompiled();
        build.pom("<bus>%s</bus>".formatted(bus));

        var compiled = build.compile();
        var judged = build.run("com.example.greeter.Judge");

        assertThat(compiled.out())
                .contains("BUILD SUCCESS")
                .contains("[WARNING] contracts/hello/greeting_sent.proto:23: rule greeting.dynamic of"
                        + " hello.v1.GreetingSent.text: 1:4: ")
                .contains("the service needs build.buf:protovalidate with all that it depends on");
        assertThat(judged.status()).isEqualTo(1);
        assertThat(judged.err())
                .contains("hello.v1.GreetingSent has no compiled check")
                .contains("add build.buf:protovalidate to the dependencies");
    }

    @Test
    void leavesARuleThatItCannotCompileToProtovalidate() throws IOException, InterruptedException {
        writeJudge();
        askForWhatCannotBeCompiled();
        build.pomWithProtovalidate("<bus>%s</bus>".formatted(bus));

        build.compile();
        var judged = build.run("com.example.greeter.Judge");

        assertThat(judged.out())
                .isEqualTo("[text: it must be dynamic [greeting.dynamic], text: must be at least 1 characters"
                        + " [string.min_len]]\n");
    }

    /** A program that holds an empty greeting against its contract. */
    private void writeJudge() throws IOException {
        build.write("src/main/java/com/example/greeter/Judge.java", """
                package com.example.greeter;

                import com.example.hello.v1.GreetingSent;

                public final class Judge {
                    public static void main(String[] arguments) {
                        System.out.println(Topics.GREETING_SENT.check().violations(GreetingSent.getDefaultInstance()));
                    }
                }
                """);
    }

    private void askForWhatCannotBeCompiled() throws IOException {
        var contract = bus.resolve("contracts/hello/greeting_sent.proto");
        Files.writeString(contract, Files.readString(contract).replace("{min_len: 1, max_len: 100}]", """
                                {min_len: 1, max_len: 100}, (buf.validate.field).cel = {
                                    id: "greeting.dynamic"
                                    message: "it must be dynamic"
                                    expression: "dyn(this) == 'Hello'"
                                  }]"""));
    }
}
