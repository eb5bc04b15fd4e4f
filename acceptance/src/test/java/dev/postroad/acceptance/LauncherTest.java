package dev.postroad.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script {@code postroad} says and does before Java is started, in a checkout that is none. */
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "sh",
            "bash",
            "dirname",
            "readlink",
            "sed",
            "find",
            "head",
            "tail",
            "grep",
            "mkdir",
            "mktemp",
            "mv",
            "rm",
            "touch",
            "stty",
            "sleep",
            "cat",
            "date",
            "echo");

    private static final String BUILD = "1795416511-4711";

    @TempDir
    private Path folder;

    private Path tools;

    @BeforeEach
    void copyLauncher() throws IOException {
        Files.copy(Checkout.ROOT.resolve("postroad"), checkout().resolve("postroad"));
        write(checkout().resolve("pom.xml"), "<project/>");
        tools = Files.createDirectory(folder.resolve("tools"));
        for (var tool : TOOLS) {
            lend(tool);
        }
    }

    @Test
    void saysWhenThereIsNoJava() throws IOException, InterruptedException {
        assertFails("", "postroad: no Java was found; install a JDK, 17 or newer, or set JAVA_HOME to one");
    }

    @Test
    void saysWhenJavaHomeIsNoJdk() throws IOException, InterruptedException {
        assertFails("/nowhere", "postroad: JAVA_HOME is /nowhere, which has no bin/java; set it to a JDK, 17 or newer");
    }

    @Test
    void saysWhenTheJdkIsOlder() throws IOException, InterruptedException {
        var java11 = jdk("11.0.2");
        var java8 = jdk("1.8.0_292");

        assertFails(
                java11, "postroad: the Java in %s is 11.0.2; set JAVA_HOME to a JDK, 17 or newer".formatted(java11));
        assertFails(
                java8, "postroad: the Java in %s is 1.8.0_292; set JAVA_HOME to a JDK, 17 or newer".formatted(java8));
    }

    @Test
    void asksAJavaWithoutAReleaseFileForItsVersion() throws IOException, InterruptedException {
        var silent = jdk("");
        var old = jdk("");
        script(Path.of(old, "bin/java"), "echo 'openjdk version \"16.0.1\" 2021-04-20' >&2");

        assertFails(
                silent,
                "postroad: the version of the Java in %s cannot be told; set JAVA_HOME to a JDK, 17 or newer"
                        .formatted(silent));
        assertFails(old, "postroad: the Java in %s is 16.0.1; set JAVA_HOME to a JDK, 17 or newer".formatted(old));
    }

    @Test
    void saysWhenABuildIsNeededAndThereIsNoCompiler() throws IOException, InterruptedException {
        var runtime = jdk("17.0.15");
        Files.delete(Path.of(runtime, "bin/javac"));

        assertFails(
                runtime,
                "postroad: %s is a Java without a compiler; set JAVA_HOME to a JDK, 17 or newer".formatted(runtime));
    }

    @Test
    void showsTheErrorsOfABuildThatFails() throws IOException, InterruptedException {
        script(checkout().resolve("mvnw"), "echo '[INFO] Scanning'; echo '[ERROR] no such class'; exit 1");
        var log = builds().resolve("build.log");

        var launched = launch(jdk("17.0.15"), "check");

        assertThat(launched.status()).isEqualTo(1);
        assertThat(launched.err().lines())
                .containsExactly(
                        "postroad: building; the first time, libraries are downloaded (log: %s)".formatted(log),
                        "[ERROR] no such class",
                        "postroad: the build failed; the whole log is in %s".formatted(log));
    }

    @Test
    void runsTheProgramWithItsArgumentsAsTheyAre() throws IOException, InterruptedException {
        write(program("lib/core/a.jar"), "");
        write(program("lib/core/b.jar"), "");
        write(program("cds/17.0.15.jsa"), "archive");
        write(program("built"), "");
        write(builds().resolve("current"), BUILD + "\n");
        Files.setLastModifiedTime(program("built"), FileTime.from(Instant.now().plusSeconds(60)));

        var launched = launch(jdk("17.0.15"), "tail", "a topic", "--last", "$HOME");

        assertThat(launched.status()).as(launched.err()).isZero();
        assertThat(launched.out().lines())
                .contains(program("lib/core/a.jar") + ":" + program("lib/core/b.jar"))
                .contains("-XX:SharedArchiveFile=" + program("cds/17.0.15.jsa"))
                .contains("-Dpostroad.protoc=" + program("bin/protoc"))
                .contains("-Dpostroad.sample-bus=" + checkout().resolve("examples/github-bus"))
                .endsWith("dev.postroad.cli.Main", "tail", "a topic", "--last", "$HOME");
    }

    @Test
    void addsOptionsForTheJvmBehindItsOwn() throws IOException, InterruptedException {
        write(program("lib/core/a.jar"), "");
        write(program("cds/17.0.15.jsa"), "archive");
        write(program("built"), "");
        write(builds().resolve("current"), BUILD + "\n");
        Files.setLastModifiedTime(program("built"), FileTime.from(Instant.now().plusSeconds(60)));

        var launched = ChildProcess.run(
                folder,
                Map.of(
                        "PATH",
                        tools.toString(),
                        "JAVA_HOME",
                        jdk("17.0.15"),
                        "POSTROAD_JAVA_OPTIONS",
                        "-Xmx1g -Dshop=a"),
                checkout().resolve("postroad").toString(),
                "check");

        assertThat(launched.out().lines()).containsSubsequence("-Xmx512m", "-Xmx1g", "-Dshop=a", "check");
    }

    @Test
    void buildsForAChangedContractOfTheSampleOnlyBeforeItRuns() throws IOException, InterruptedException {
        script(checkout().resolve("mvnw"), "echo '[ERROR] the services do not compile'; exit 1");
        write(program("lib/core/a.jar"), "");
        write(program("cds/17.0.15.jsa"), "archive");
        write(program("built"), "");
        write(builds().resolve("current"), BUILD + "\n");
        write(checkout().resolve("examples/github-bus/contracts/star.proto"), "");
        Files.setLastModifiedTime(
                checkout().resolve("examples/github-bus/contracts/star.proto"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch(jdk("17.0.15"), "check").out()).endsWith("dev.postroad.cli.Main\ncheck\n");
        assertThat(launch(jdk("17.0.15"), "up").err()).contains("[ERROR] the services do not compile");
    }

    @Test
    void keepsABuildInAFolderOfItsOwn() throws IOException, InterruptedException {
        script(
                checkout().resolve("mvnw"),
                "cd \"$(dirname \"$0\")\"; mkdir -p cli/target/postroad/lib/core; touch cli/target/postroad/lib/core/a.jar");

        var launched = launch(jdk("17.0.15"), "check");

        var build = Files.readString(builds().resolve("current")).strip();
        assertThat(launched.status()).as(launched.err()).isZero();
        assertThat(launched.out())
                .contains(builds().resolve(build).resolve("lib/core/a.jar").toString());
        assertThat(checkout().resolve("cli/target/postroad")).doesNotExist();
        assertThat(builds().resolve("lock")).doesNotExist();
    }

    @Test
    void takesTheLockOfAProcessThatIsGone() throws IOException, InterruptedException {
        script(checkout().resolve("mvnw"), "echo '[ERROR] reached'; exit 1");
        write(builds().resolve("lock/pid"), "99999999\n");

        var launched = launch(jdk("17.0.15"), "check");

        assertThat(launched.err()).contains("[ERROR] reached");
        assertThat(builds().resolve("lock")).doesNotExist();
    }

    private void assertFails(String javaHome, String message) throws IOException, InterruptedException {
        var launched = launch(javaHome, "check");

        assertThat(launched.err()).isEqualTo(message + "\n");
        assertThat(launched.out()).isEmpty();
        assertThat(launched.status()).isEqualTo(1);
    }

    private ChildProcess launch(String javaHome, String... arguments) throws IOException, InterruptedException {
        var command = new String[arguments.length + 1];
        command[0] = checkout().resolve("postroad").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return ChildProcess.run(folder, Map.of("PATH", tools.toString(), "JAVA_HOME", javaHome), command);
    }

    /** A JDK of a version; its {@code java} prints its arguments, one on each line. */
    private String jdk(String version) throws IOException {
        var home = Files.createTempDirectory(folder, "jdk");
        if (!version.isEmpty()) {
            write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        }
        script(home.resolve("bin/java"), "printf '%s\\n' \"$@\"");
        script(home.resolve("bin/javac"), "exit 1");
        return home.toString();
    }

    private Path checkout() throws IOException {
        return Files.createDirectories(folder.toRealPath().resolve("a checkout"));
    }

    private Path program(String path) throws IOException {
        return builds().resolve(BUILD).resolve(path);
    }

    private Path builds() throws IOException {
        return checkout().resolve("target/launcher");
    }

    private void lend(String tool) throws IOException {
        for (var place : List.of("/bin", "/usr/bin")) {
            if (Files.isExecutable(Path.of(place, tool))) {
                script(tools.resolve(tool), "exec %s/%s \"$@\"".formatted(place, tool));
                return;
            }
        }
    }

    private static void script(Path path, String body) throws IOException {
        write(path, "#!/bin/sh\n" + body + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
