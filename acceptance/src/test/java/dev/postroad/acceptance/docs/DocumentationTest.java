package dev.postroad.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.acceptance.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, run and compared; the package says how a page is read. */
@Execution(ExecutionMode.CONCURRENT)
class DocumentationTest {
    private static final Set<String> LANGUAGES =
            Set.of("console", "java", "json", "proto", "sh", "text", "xml", "yaml");

    private static final String REVISION = "0.1.0";

    /** Where an excerpt may come from. */
    private static final Map<String, List<Path>> SOURCES = Map.of(
            "java",
                    Checkout.files(
                            ".java",
                            "examples/hello/src",
                            "examples/github-bus/src",
                            "examples/spring-orders/src",
                            "acceptance/src/test",
                            "broker/src/test",
                            "client/src/test",
                            "testkit/src/test"),
            "json", List.of(),
            "proto",
                    Checkout.files(
                            ".proto",
                            "examples/hello/contracts",
                            "examples/github-bus/contracts",
                            "testkit/src/test/proto",
                            "examples/spring-orders/contracts"),
            "yaml", Checkout.files(".yaml", "examples"),
            "xml", Checkout.files("pom.xml", "examples", "acceptance"));

    /** Commands that build, need the network, or need a terminal; they are tried by hand. */
    private static final Set<String> NOT_RUN = Set.of(
            "./mvnw -pl acceptance -am verify -Dtest=ArchitectureTest -Dsurefire.failIfNoSpecifiedTests=false",
            "./mvnw -pl acceptance -am verify -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dpostroad.rewrite",
            "./mvnw -pl broker,client -am -DskipTests install",
            "./mvnw -pl client -am -DskipTests install",
            "./mvnw -pl client -am verify",
            "./mvnw -pl examples/spring-orders -am verify",
            "./mvnw package -DskipTests",
            "./mvnw verify",
            "./mvnw verify -Pslow",
            "./postroad up",
            "JAVA_HOME=/path/to/jdk-25 ./mvnw verify",
            // The figures of performance.md.
            "bench/run check",
            "bench/run dispatch 200000 2",
            "bench/run jmh -prof gc ValidationBenchmark",
            "bench/run keyed 40000 3",
            "bench/run publish 300000 5",
            "bench/run soak 20 3000",
            "bench/run subscribe 1500000 5",
            "bench/run validation 12 25",
            "bench/run zipf 40000 3",
            "./mvnw -q -pl broker test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath",
            "class_path=\"broker/target/startup.jar:$(cat broker/target/classpath)\"",
            "jar --create --file broker/target/startup.jar -C broker/target/classes . -C broker/target/test-classes .",
            "java -XX:ArchiveClassesAtExit=broker/target/startup.jsa -XX:+UseSerialGC -cp \"$class_path\" dev.postroad.broker.embedded.BrokerStartup",
            "java -XX:SharedArchiveFile=broker/target/startup.jsa -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"$class_path\" dev.postroad.broker.embedded.BrokerStartup",
            "java -XX:TieredStopAtLevel=1 -cp \"$class_path\" dev.postroad.broker.embedded.BrokerStartup",
            "java -cp \"$class_path\" dev.postroad.broker.embedded.BrokerStartup");

    @TempDir
    private Path folder;

    static Stream<Page> pages() {
        return Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                .map(Checkout.ROOT::resolve)
                                .filter(Files::exists),
                        Checkout.files(".md", "docs", "examples").stream())
                .map(DocumentationTest::read);
    }

    static Stream<Page> pagesWithCommands() {
        return pages().filter(page -> !page.blocks("console").isEmpty());
    }

    private static Page read(Path path) {
        try {
            return Page.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void printsWhatThePageShows(Page page) throws IOException, InterruptedException {
        try (var session = new Session(page, folder)) {
            session.follow();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasOnlyBlocksThatAreCompared(Page page) {
        assertThat(page.blocks())
                .allSatisfy(block -> assertThat(block.language())
                        .as("%s:%d", page, block.line())
                        .isIn(LANGUAGES));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void quotesSourcesAsTheyAre(Page page) {
        var inNoSource = page.blocks().stream()
                .filter(block -> SOURCES.containsKey(block.language()))
                .filter(block -> block.file().isEmpty())
                .filter(block -> SOURCES.getOrDefault(block.language(), List.of()).stream()
                        .noneMatch(file -> unindented(file).contains(unindented(block.lines()))))
                .map(block -> "%s:%d%n%s".formatted(page, block.line(), block.text()))
                .toList();

        assertThat(inNoSource).isEmpty();
    }

    private static String unindented(Path file) {
        try {
            return unindented(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unindented(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .map(line -> line.replace("${revision}", REVISION))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesOnlyCommandsThatWereTried(Page page) {
        assertThat(page.blocks("sh"))
                .flatExtracting(Block::lines)
                .map(String::valueOf)
                .map(line -> line.replaceFirst("\\s*#.*", ""))
                .filteredOn(line -> !line.isBlank())
                .isSubsetOf(NOT_RUN);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToWhatIsThere(Page page) {
        var broken = new ArrayList<String>();
        for (var link : page.links()) {
            var parts = link.target().split("#", 2);
            var path = parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]);
            var isBroken = !Files.exists(path)
                    || parts.length == 2 && !read(path).anchors().contains(parts[1]);
            if (isBroken) {
                broken.add("%s:%d: %s".formatted(page, link.line(), link.target()));
            }
        }

        assertThat(broken).isEmpty();
    }
}
