package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postroad.cli.BusFiles;
import dev.postroad.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code postroad up} as users start it: a process, with processes of its own. */
class UpTest {
    private static final String TOPIC = "orders.order-placed.v1";

    @TempDir
    private Path bus;

    @Test
    void accountsForEveryMessageOnce() throws IOException {
        write("""
                demo:
                  - { name: billing, service: billing, command: ["${java}", -XX:TieredStopAtLevel=1, -cp, "%1$s", dev.postroad.cli.demo.Billing] }
                  - { name: shop, service: shop, command: ["${java}", -XX:TieredStopAtLevel=1, -cp, "%1$s", dev.postroad.cli.demo.Shop], once: [--once] }
                """.formatted(System.getProperty("java.class.path")));

        try (var up = UpProcess.start(bus, "--once")) {
            var exitCode = up.exitCode();

            assertThat(up.progress())
                    .containsExactly(
                            "starting the broker",
                            "creating topics",
                            "starting billing, shop",
                            "every accepted message was consumed by every subscriber");
            assertThat(up.out())
                    .containsPattern("orders.order-placed.v1 +20 +1 +billing +20 +0 +[0-9.]+ m?s +[0-9.]+ m?s")
                    .containsPattern("\n +billing.audit +20 +0 +[0-9.]+ m?s +[0-9.]+ m?s")
                    .contains("orders.order-placed.v1  items: must be greater than 0 [int32.gt]")
                    .containsPattern("billing +20 billed")
                    .containsPattern("shop +20 fed, 1 refused");
            assertThat(exitCode).isZero();
        }
    }

    @Test
    void saysWhyAProcessFailed() throws IOException {
        write("""
                demo:
                  - { name: feed, command: [sh, -c, "echo 3 fed; echo no data file >&2; exit 3"], once: [--once] }
                """);

        try (var up = UpProcess.start(bus, "--once")) {
            var exitCode = up.exitCode();

            assertThat(up.err()).contains("\nfeed: ended with 3: no data file\n");
            assertThat(up.out()).containsPattern("feed +ended with 3: no data file");
            assertThat(exitCode).isEqualTo(1);
        }
    }

    @Test
    void servesOtherTerminalsUntilItIsAskedToEnd() throws IOException {
        write("""
                demo:
                  - { name: ticker, command: [sh, -c, "exec cat"] }
                """);

        try (var up = UpProcess.start(bus)) {
            var demo = up.awaitUp(1);
            var published = CommandRun.withInput(
                    "{\"order_id\": \"a1\", \"items\": 1}\n", "publish", TOPIC, "--bus", bus.toString());
            var tailed = CommandRun.of("tail", TOPIC, "--bus", bus.toString(), "-n", "1");
            var second = CommandRun.of("up", bus.toString(), "--port", "0");
            var asked = Instant.now();
            up.askToEnd();
            var exitCode = up.exitCode();

            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(published.out()).isEqualTo(TOPIC + ": 1 published, 0 refused\n");
            assertThat(tailed.out()).endsWith("  a1  {\"order_id\":\"a1\",\"items\":1}\n");
            assertThat(second.err()).startsWith("postroad: this bus is up already, as process ");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(exitCode).isEqualTo(143);
            assertThat(demo).noneMatch(UpTest::isAlive);
            assertThat(bus.resolve(".postroad/endpoint.json")).doesNotExist();
            assertThat(bus.resolve(".postroad/processes")).doesNotExist();
        }
    }

    @Test
    void goesOnWithItsDataAfterItWasKilled() throws IOException {
        write("""
                demo:
                  - { name: stubborn, command: [sleep, "600"] }
                """);
        try (var killed = UpProcess.start(bus)) {
            var leftovers = killed.awaitUp(1);
            CommandRun.withInput("{\"order_id\": \"a1\", \"items\": 1}\n", "publish", TOPIC, "--bus", bus.toString());
            killed.kill();
            assertThat(leftovers).allMatch(UpTest::isAlive);
            var between = CommandRun.of("tail", TOPIC, "--bus", bus.toString());

            try (var again = UpProcess.start(bus)) {
                var demo = again.awaitUp(1);
                var tailed = CommandRun.of("tail", TOPIC, "--bus", bus.toString(), "-n", "1");

                assertThat(between.err()).startsWith("postroad: no broker is running for bus shop; start one with ");
                await().untilAsserted(() -> assertThat(leftovers).noneMatch(UpTest::isAlive));
                assertThat(demo).allMatch(UpTest::isAlive);
                assertThat(tailed.out()).endsWith("  a1  {\"order_id\":\"a1\",\"items\":1}\n");
            }
        }
    }

    private void write(String demo) throws IOException {
        BusFiles.write(bus, """
                --- postroad.yaml
                name: shop
                %s
                --- teams.yaml
                teams: { checkout: {} }
                --- services/shop.yaml
                name: shop
                team: checkout
                publishes: [orders.order-placed.v1]
                --- services/billing.yaml
                name: billing
                team: checkout
                subscribes:
                  - orders.order-placed.v1
                  - { topic: orders.order-placed.v1, subscription: audit }
                --- contracts/order_placed.proto
                %s
                """.formatted(demo, Files.readString(Path.of("src/test/proto/order_placed.proto"))));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
