package dev.postroad.cli.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class BusOptionsTest {
    private static final String SAMPLE = "postroad.sample-bus";

    @TempDir
    private Path folder;

    private final BusOptions options = new BusOptions();

    @BeforeEach
    @AfterEach
    void forgetTheSample() {
        System.clearProperty(SAMPLE);
    }

    @Test
    void implyTheNearestBusUpwards() throws IOException {
        Files.createFile(folder.resolve("postroad.yaml"));
        var between = folder.resolve("services");
        var inner = Files.createDirectories(between.resolve("inner"));
        Files.createFile(inner.resolve("postroad.yaml"));
        var contracts = Files.createDirectories(inner.resolve("contracts/orders"));

        assertThat(BusOptions.implied(contracts)).hasValue(inner);
        assertThat(BusOptions.implied(inner)).hasValue(inner);
        assertThat(BusOptions.implied(between)).hasValue(folder);
    }

    @Test
    void takeAFolderOfThatNameForNoBus() throws IOException {
        var inner = Files.createDirectories(folder.resolve("inner"));
        Files.createDirectory(inner.resolve("postroad.yaml"));
        Files.createFile(folder.resolve("postroad.yaml"));

        assertThat(BusOptions.implied(inner)).hasValue(folder);
    }

    @Test
    void implyTheSampleWhereNoBusIsNear() {
        assertThat(BusOptions.implied(folder)).isEmpty();

        System.setProperty(SAMPLE, "sample");

        assertThat(BusOptions.implied(folder)).hasValue(Path.of("sample"));
    }

    @Test
    void takeTheFolderThatIsNamed() {
        parse("--bus", folder.toString());

        assertThat(options.folder()).isEqualTo(folder);
        assertThat(options.isBus()).isFalse();
        assertThat(options.dataDirectory()).isEqualTo(folder.resolve(".postroad"));
    }

    @Test
    void keepDataWhereItIsAskedFor() {
        parse("--data-dir", folder.toString());

        assertThat(options.dataDirectory()).isEqualTo(folder);
    }

    private void parse(String... arguments) {
        var command = CommandSpec.create().addMixin("bus", CommandSpec.forAnnotatedObject(options));
        new CommandLine(command).parseArgs(arguments);
    }
}
