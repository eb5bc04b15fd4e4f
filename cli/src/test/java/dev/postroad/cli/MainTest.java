package dev.postroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final int FIELDS = 60_000;

    @TempDir
    private Path bus;

    @Test
    void saysInOneSentenceThatMemoryDoesNotSuffice() throws IOException, InterruptedException {
        Files.writeString(bus.resolve("postroad.yaml"), "name: shop\n");
        var contracts = Files.createDirectory(bus.resolve("contracts"));
        Files.writeString(
                contracts.resolve("large.proto"),
                IntStream.rangeClosed(1, FIELDS)
                        .filter(number -> number < 19_000 || number > 19_999)
                        .mapToObj("  optional string field_%1$d = %1$d;\n"::formatted)
                        .collect(Collectors.joining(
                                "", "syntax = \"proto3\";\npackage shop.v1;\nmessage Large {\n", "}\n")));

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx32m",
                        "-D%s=%s".formatted(Protoc.PROPERTY, System.getProperty(Protoc.PROPERTY)),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "--bus",
                        bus.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(err)
                .startsWith("postroad: 3")
                .endsWith("give more: POSTROAD_JAVA_OPTIONS=-Xmx1g\n")
                .hasLineCount(1);
        assertThat(process.exitValue()).isEqualTo(1);
    }
}
