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
}
