package dev.postroad.compiler.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.postroad.compiler.gate.GateReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no text can show: links, pipes, bytes and names. A check that hangs is a check that fails. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileRepositoryTest {
    @TempDir
    private Path folder;

    private SmallBus bus = new SmallBus(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        bus = SmallBus.write(folder.resolve("bus"));
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/secret.proto"), "message Secret {}\n");
        Files.writeString(folder.resolve("elsewhere/secret.yaml"), "secret: 1\n");
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
        var from = bus.root().resolve(ends[0]);
        Files.createDirectories(from.getParent());
        Files.createSymbolicLink(from, folder.resolve("elsewhere").resolve(ends[1]));

        var findings = bus.findings();

        assertThat(findings)
                .containsExactly(
                        ends[0]
                                + ": error: a link leads out of the repository, and is not followed; put what it leads to in its place [file-outside]");
    }

    @Test
    void readsNoContractsFolderThatLiesElsewhere() throws IOException {
        Files.move(bus.root().resolve("contracts"), folder.resolve("contracts"));
        Files.createSymbolicLink(bus.root().resolve("contracts"), folder.resolve("contracts"));

        var report = bus.check();

        assertThat(report.bus().files()).isEmpty();
        assertThat(report.bus().isCompiled()).isFalse();
        assertThat(ids(report)).containsExactly("file-outside");
    }

    @Test
    void followsALinkToAContractsFolderOfTheRepository() throws IOException {
        Files.move(bus.root().resolve("contracts"), bus.root().resolve("real"));
        Files.createSymbolicLink(bus.root().resolve("contracts"), bus.root().resolve("real"));

        var report = bus.check();

        assertThat(report.bus().contracts()).hasSize(1);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void refusesLinksThatLeadNowhereOrInACircle() throws IOException {
        Files.createSymbolicLink(bus.root().resolve("contracts/a.proto"), Path.of("b.proto"));
        Files.createSymbolicLink(bus.root().resolve("contracts/b.proto"), Path.of("a.proto"));
        Files.createSymbolicLink(bus.root().resolve("contracts/c.proto"), Path.of("nowhere.proto"));
        Files.createSymbolicLink(bus.root().resolve("contracts/d"), Path.of("."));
        Files.createSymbolicLink(bus.root().resolve("services"), Path.of("services"));

        var findings = bus.check().findings();

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
        Files.createDirectories(bus.root().resolve(name).getParent());
        new ProcessBuilder("/usr/bin/mkfifo", bus.root().resolve(name).toString())
                .start()
                .waitFor();

        var findings = bus.findings();

        assertThat(findings)
                .containsExactly(
                        name
                                + ": error: this is no plain file; put a plain file in its place, or delete it [file-unreadable]");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        bus.write("services", "name: shop\n");

        var findings = bus.findings();

        assertThat(findings)
                .containsExactly(
                        "services: error: this is no folder; make it a folder, or delete it [file-unreadable]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contracts/orders/order_placed.proto", "teams.yaml"})
    void tellsTheLineOfABadByte(String name) throws IOException {
        var text = Files.readString(bus.root().resolve(name)).replace("checkout", "check\u00ffout");
        Files.write(bus.root().resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));

        var findings = bus.findings();

        var line = name.endsWith(".proto") ? 6 : 2;
        assertThat(findings)
                .contains("%s:%d: error: byte 0xff is no UTF-8 text; save the file as UTF-8 [file-encoding]"
                        .formatted(name, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb.proto", "a\u001b[31mb.proto", "a:1.proto", "a\\b.proto", "--java_out=x.proto", ".proto"})
    void refusesNamesThatMeanSomethingElse(String name) throws IOException {
        bus.write("contracts/" + name, "syntax = \"proto3\";\n");

        var report = bus.check();

        assertThat(ids(report)).containsExactly("file-name-unfit");
        assertThat(report.findings().get(0).toString()).doesNotContain("\n", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order placed.proto", "commande_passée.proto", "@a,b;c.proto"})
    void readsNamesThatAreOnlyUnusual(String name) throws IOException {
        Files.move(
                bus.root().resolve("contracts/orders/order_placed.proto"),
                bus.root().resolve("contracts/orders").resolve(name));

        var report = bus.check();

        assertThat(report.bus().contracts()).hasSize(1);
        assertThat(ids(report)).containsExactly("file-name");
    }

    private static List<String> ids(GateReport report) {
        return report.findings().stream().map(finding -> finding.rule().id()).toList();
    }
}
