package dev.postroad.compiler.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories larger than people write. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RepositorySizeTest {
    @TempDir
    private Path folder;

    private SmallBus bus = new SmallBus(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        bus = SmallBus.write(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts/orders/order_placed.proto", "teams.yaml"})
    void refusesAFileOfFiftyMegabytes(String name) throws IOException {
        try (var file = new RandomAccessFile(bus.root().resolve(name).toFile(), "rw")) {
            file.setLength(50_000_000);
        }

        var findings = bus.findings();

        assertThat(findings)
                .contains(
                        name
                                + ": error: the file has 50,000,000 bytes, and 4,194,304 are allowed; divide it [file-too-large]");
    }

    @Test
    void refusesFiftyMegabytesInManyFiles() throws IOException {
        for (var number = 0; number < 50; number++) {
            bus.write("contracts/big%d.proto".formatted(number), "// A line of a megabyte.".repeat(43_000));
        }

        var findings = bus.findings();

        assertThat(findings)
                .containsExactly(
                        "contracts/: error: the contracts have more than 16,777,216 characters together; divide the bus [file-too-large]");
    }

    @Test
    @Tag("slow")
    void refusesManySmallMessages() throws IOException {
        for (var number = 0; number < 10; number++) {
            bus.write("contracts/many%d.proto".formatted(number), messages("many.v%d".formatted(number), 8_000));
        }

        var findings = bus.findings();

        assertThat(findings).hasSize(1).first().asString().contains("and 25,165,824 are allowed; divide the bus");
    }

    @Test
    void takesALineOfThreeMegabytes() throws IOException {
        bus.write(
                "contracts/orders/order_placed.proto", SmallBus.CONTRACT.formatted("") + "// " + "a".repeat(3_000_000));

        var report = bus.check();

        assertThat(report.bus().contracts()).hasSize(1);
    }

    @Test
    void shortensWhatItQuotes() throws IOException {
        var contract = SmallBus.CONTRACT.formatted("").replace("checkout", "c".repeat(1_000_000));
        bus.write("contracts/orders/order_placed.proto", contract);

        var findings = bus.findings();

        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString()).hasSizeLessThan(5_000));
    }

    @Test
    void takesAMessageOfAThousandFields() throws IOException {
        bus.write("contracts/orders/order_placed.proto", SmallBus.CONTRACT.formatted(fields(1_000)));

        var report = bus.check();

        assertThat(report.findings()).isEmpty();
    }

    @Test
    @Tag("slow")
    void takesAMessageOfTenThousandFields() throws IOException {
        bus.write("contracts/orders/order_placed.proto", SmallBus.CONTRACT.formatted(fields(10_000)));

        var report = bus.check();

        assertThat(report.findings()).isEmpty();
    }

    private static String messages(String inPackage, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        "message M%1$d { string identifier = 1; int32 amount = 2; repeated M%1$d parts = 3; }%n"
                                ::formatted)
                .collect(Collectors.joining("", "syntax = \"proto3\";\npackage %s;\n".formatted(inPackage), ""));
    }

    private static String fields(int last) {
        return IntStream.rangeClosed(2, last)
                .mapToObj(number -> "  // Field %1$d.\n  optional string f%1$d = %1$d;\n".formatted(number))
                .collect(Collectors.joining());
    }
}
