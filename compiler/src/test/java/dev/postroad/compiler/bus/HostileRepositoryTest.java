package dev.postroad.compiler.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.gate.Gate;
import dev.postroad.compiler.gate.GateReport;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no text can show: links, pipes, sizes, bytes and names. A check that hangs is a check that fails. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileRepositoryTest {
    private static final String CONTRACT = """
            syntax = "proto3";
            package orders.v1;
            import "postroad/contract.proto";
            // A customer has placed an order.
            message OrderPlaced {
              option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" key: "order_id" };
              // The order's number.
              string order_id = 1;
            %s}
            """;

    @TempDir
    private Path folder;

    private Path bus;

    @BeforeEach
    void writeTheBus() throws IOException {
        bus = folder.resolve("bus");
        write("bus/postroad.yaml", "name: shop\n");
        write("bus/teams.yaml", "teams:\n  checkout: {}\n");
        write("bus/contracts/orders/order_placed.proto", CONTRACT.formatted(""));
        write("elsewhere/secret.proto", "message Secret {}\n");
        write("elsewhere/secret.yaml", "secret: 1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contracts/a.proto -> secret.proto",
                "contracts/sub -> .",
                "contracts/notes.txt -> secret.yaml",
                "services -> .",
                "services/a.yaml -> secret.yaml",
                "breaking-approvals.yaml -> secret.yaml"
            })
    void readsNothingThatALinkBringsIn(String link) throws IOException {
        var ends = link.split(" -> ");
        var from = bus.resolve(ends[0]);
        Files.createDirectories(from.getParent());
        Files.createSymbolicLink(from, folder.resolve("elsewhere").resolve(ends[1]));

        var findings = check().findings();

        assertThat(texts(findings))
                .containsExactly(
                        ends[0]
                                + ": error: a link leads out of the repository, and is not followed; put what it leads to in its place [file-outside]");
    }

    @Test
    void readsNoContractsFolderThatLiesElsewhere() throws IOException {
        Files.move(bus.resolve("contracts"), folder.resolve("contracts"));
        Files.createSymbolicLink(bus.resolve("contracts"), folder.resolve("contracts"));

        var report = check();

        assertThat(report.bus().files()).isEmpty();
        assertThat(report.bus().isCompiled()).isFalse();
        assertThat(ids(report)).containsExactly("file-outside");
    }

    @Test
    void followsALinkToAContractsFolderOfTheRepository() throws IOException {
        Files.move(bus.resolve("contracts"), bus.resolve("real"));
        Files.createSymbolicLink(bus.resolve("contracts"), bus.resolve("real"));

        var report = check();

        assertThat(report.bus().contracts()).hasSize(1);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void refusesLinksThatLeadNowhereOrInACircle() throws IOException {
        Files.createSymbolicLink(bus.resolve("contracts/a.proto"), Path.of("b.proto"));
        Files.createSymbolicLink(bus.resolve("contracts/b.proto"), Path.of("a.proto"));
        Files.createSymbolicLink(bus.resolve("contracts/c.proto"), Path.of("nowhere.proto"));
        Files.createSymbolicLink(bus.resolve("contracts/d"), Path.of("."));
        Files.createSymbolicLink(bus.resolve("services"), Path.of("services"));

        var findings = check().findings();

        assertThat(findings)
                .extracting(finding -> finding.place().toString())
                .containsExactly(
                        "contracts/a.proto", "contracts/b.proto", "contracts/c.proto", "contracts/d", "services");
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.rule().id()).isEqualTo("file-unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts/a.proto", "contracts/pipe", "services/a.yaml"})
    void opensNoPipe(String name) throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/mkfifo")).exists();
        Files.createDirectories(bus.resolve(name).getParent());
        new ProcessBuilder("/usr/bin/mkfifo", bus.resolve(name).toString())
                .start()
                .waitFor();

        var findings = check().findings();

        assertThat(texts(findings))
                .containsExactly(
                        name
                                + ": error: this is no plain file; put a plain file in its place, or delete it [file-unreadable]");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        write("bus/services", "name: shop\n");

        var findings = check().findings();

        assertThat(texts(findings))
                .containsExactly(
                        "services: error: this is no folder; make it a folder, or delete it [file-unreadable]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts/orders/order_placed.proto", "teams.yaml"})
    void tellsTheLineOfABadByte(String name) throws IOException {
        var text = Files.readString(bus.resolve(name)).replace("checkout", "check\u00ffout");
        Files.write(bus.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));

        var findings = check().findings();

        var line = name.endsWith(".proto") ? 6 : 2;
        assertThat(texts(findings))
                .contains("%s:%d: error: byte 0xff is no UTF-8 text; save the file as UTF-8 [file-encoding]"
                        .formatted(name, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb.proto", "a\u001b[31mb.proto", "a:1.proto", "a\\b.proto", "--java_out=x.proto", ".proto"})
    void refusesNamesThatMeanSomethingElse(String name) throws IOException {
        write("bus/contracts/" + name, "syntax = \"proto3\";\n");

        var report = check();

        assertThat(ids(report)).containsExactly("file-name-unfit");
        assertThat(texts(report.findings()).get(0)).doesNotContain("\n", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order placed.proto", "commande_passée.proto", "@a,b;c.proto"})
    void readsNamesThatAreOnlyUnusual(String name) throws IOException {
        Files.move(
                bus.resolve("contracts/orders/order_placed.proto"),
                bus.resolve("contracts/orders").resolve(name));

        var report = check();

        assertThat(report.bus().contracts()).hasSize(1);
        assertThat(ids(report)).containsExactly("file-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts/orders/order_placed.proto", "teams.yaml"})
    void refusesAFileOfFiftyMegabytes(String name) throws IOException {
        try (var file = new RandomAccessFile(bus.resolve(name).toFile(), "rw")) {
            file.setLength(50_000_000);
        }

        var findings = check().findings();

        assertThat(texts(findings))
                .contains(
                        name
                                + ": error: the file has 50,000,000 bytes, and 4,194,304 are allowed; divide it [file-too-large]");
    }

    @Test
    void refusesFiftyMegabytesInManyFiles() throws IOException {
        for (var number = 0; number < 50; number++) {
            write("bus/contracts/big%d.proto".formatted(number), "// A line of a megabyte.".repeat(43_000));
        }

        var findings = check().findings();

        assertThat(texts(findings))
                .containsExactly(
                        "contracts/: error: the contracts have more than 33,554,432 characters together; divide the bus [file-too-large]");
    }

    @Test
    void takesALineOfThreeMegabytes() throws IOException {
        write("bus/contracts/orders/order_placed.proto", CONTRACT.formatted("") + "// " + "a".repeat(3_000_000));

        var report = check();

        assertThat(report.bus().contracts()).hasSize(1);
    }

    @Test
    void shortensWhatItQuotes() throws IOException {
        var contract = CONTRACT.formatted("").replace("checkout", "c".repeat(1_000_000));
        write("bus/contracts/orders/order_placed.proto", contract);

        var findings = check().findings();

        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString()).hasSizeLessThan(5_000));
    }

    @Test
    void takesAMessageOfAThousandFields() throws IOException {
        write("bus/contracts/orders/order_placed.proto", CONTRACT.formatted(fields(1_000)));

        var report = check();

        assertThat(report.findings()).isEmpty();
    }

    @Test
    @Tag("slow")
    void takesAMessageOfTenThousandFields() throws IOException {
        write("bus/contracts/orders/order_placed.proto", CONTRACT.formatted(fields(10_000)));

        var report = check();

        assertThat(report.findings()).isEmpty();
    }

    private static String fields(int last) {
        return IntStream.rangeClosed(2, last)
                .mapToObj(number -> "  // Field %1$d.\n  optional string f%1$d = %1$d;\n".formatted(number))
                .collect(Collectors.joining());
    }

    private GateReport check() {
        return Gate.check(BusRepository.load(bus, Protoc.installed()));
    }

    private static List<String> ids(GateReport report) {
        return report.findings().stream().map(finding -> finding.rule().id()).toList();
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
