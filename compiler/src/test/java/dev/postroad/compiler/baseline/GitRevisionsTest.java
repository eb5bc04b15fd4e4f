package dev.postroad.compiler.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.compiler.baseline.Origin.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A work tree whose first commit has the field {@code note}; nothing is committed of what is changed later. */
class GitRevisionsTest {
    @TempDir
    private Path workTree;

    @TempDir
    private Path elsewhere;

    private ShopBus bus;

    @BeforeEach
    void commitTheBus() throws IOException, InterruptedException {
        bus = ShopBus.in(workTree.resolve("teams/bus"));
        git("init", "--quiet", "--initial-branch=main");
        commit();
        git("tag", "--annotate", "--message=released", "v1");
        bus.field("string remark = 4;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "v1",
                "HEAD",
                "refs/heads/main",
                "HEAD^{/first}",
                "main:teams/bus",
                "v1:teams/bus/contracts/"
            })
    void readsTheFolderOfTheBus(String revision) throws IOException, InterruptedException {
        var prior = bus.read(revision);

        assertThat(ShopBus.fields(prior)).containsExactly("order_id", "total", "note");
        assertThat(prior.origin())
                .isEqualTo(new Origin(
                        Kind.REVISION, revision, git("rev-parse", "main").strip()));
        assertThat(git("status", "--porcelain")).isEqualTo(" M teams/bus/" + ShopBus.CONTRACT + "\n");
    }

    @Test
    void findsNoContractsWhereTheBusDidNotStand() throws IOException {
        var renamed = ShopBus.in(workTree.resolve("shop"));

        var byItself = renamed.read("main");
        var named = renamed.read("main:teams/bus");

        assertThat(byItself.files()).isEmpty();
        assertThat(ShopBus.fields(named)).contains("note");
    }

    @Test
    void readsFilesAsTheyWereCommitted() throws IOException, InterruptedException {
        bus.write(".gitattributes", "*.proto text eol=crlf export-ignore filter=broken\n");
        bus.write("contracts/orders/größe – 1.proto", "syntax = \"proto3\";\npackage orders.v1;\n");
        git("config", "filter.broken.smudge", "false");
        commit();

        var prior = bus.read("main");

        assertThat(prior.files()).extracting(file -> file.shown()).contains("contracts/orders/größe – 1.proto");
        assertThat(prior.files().get(0).lines()).noneMatch(line -> line.endsWith("\r"));
    }

    @Test
    void refusesToFollowALink() throws IOException, InterruptedException {
        Files.createSymbolicLink(bus.root().resolve("contracts/orders/copy.proto"), Path.of("money.proto"));
        commit();
        Files.delete(bus.root().resolve("contracts/orders/copy.proto"));

        assertThatThrownBy(() -> bus.read("main"))
                .isInstanceOf(NoBaselineException.class)
                .hasMessageMatching(
                        "revision main \\(\\p{XDigit}{12}\\) cannot be read: teams/bus/contracts/orders/copy.proto is a"
                                + " link or a submodule, which is not followed; compare with a folder or a descriptor set");
    }

    @Test
    void findsNoContractsWhereAFileStandsInTheirPlace() throws IOException, InterruptedException {
        Files.move(bus.root().resolve("contracts"), elsewhere.resolve("contracts"));
        bus.write("contracts", "a plain file");
        commit();
        Files.delete(bus.root().resolve("contracts"));
        Files.move(elsewhere.resolve("contracts"), bus.root().resolve("contracts"));

        assertThat(bus.read("main").files()).isEmpty();
    }

    @Test
    void isPreferredToAFolderUnlessASeparatorIsNamed() throws IOException, InterruptedException {
        // The folder that tests are run in has one of this name.
        git("tag", "src");

        var prior = bus.read("src");

        assertThat(prior.origin().kind()).isEqualTo(Kind.REVISION);
        assertThatThrownBy(() -> bus.read("./src")).hasMessageStartingWith("the contracts of folder ./src");
        git("tag", "--delete", "src");
        assertThatThrownBy(() -> bus.read("src")).hasMessageStartingWith("the contracts of folder src");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nowhere", "main..v1", "main:nowhere", "main:teams/bus/postroad.yaml", ":", "a b\tc", "größe"})
    void saysThatGitKnowsNoSuchRevision(String name) {
        assertThatThrownBy(() -> bus.read(name))
                .isInstanceOf(NoBaselineException.class)
                .hasMessage(
                        "'%s' is no folder, no file and no revision that Git knows in %s; name one of these, such as origin/main"
                                .formatted(name, bus.root()));
    }

    @Test
    void saysThatAShallowCloneLacksTheRevision() throws IOException, InterruptedException {
        commit();
        git(
                "clone",
                "--quiet",
                "--depth=1",
                workTree.toUri().toString(),
                elsewhere.resolve("clone").toString());
        var clone = new ShopBus(elsewhere.resolve("clone/teams/bus"));

        assertThatThrownBy(() -> clone.read("main~1"))
                .isInstanceOf(NoBaselineException.class)
                .hasMessageStartingWith("'main~1' is no folder, no file and no revision of this shallow clone;"
                        + " fetch it, such as with git fetch --unshallow");
        assertThat(ShopBus.fields(clone.read("main"))).contains("remark");
    }

    @Test
    void saysThatThereIsNoWorkTree() throws IOException {
        var outside = ShopBus.in(elsewhere.resolve("bus"));

        assertThatThrownBy(() -> outside.read("main"))
                .isInstanceOf(NoBaselineException.class)
                .hasMessageContaining("stands in no Git work tree that could have it as a revision");
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message=first");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command)
                .directory(workTree.toFile())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
