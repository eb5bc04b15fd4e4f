package dev.postroad.compiler.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCodeTest {
    @TempDir
    private Path bus;

    @TempDir
    private Path target;

    @BeforeEach
    void declareABus() throws IOException {
        write("postroad.yaml", "name: shop\n");
        write("teams.yaml", "teams:\n  checkout: {}\n");
        write("services/billing.yaml", """
                name: billing
                team: checkout
                publishes: [billing.order-placed.v1]
                subscribes: [orders.order-placed.v1, orders.order-placed.v2]
                """);
        write("services/idle.yaml", "name: idle\nteam: checkout\n");
        contract("orders", 1);
        contract("orders", 2);
        contract("billing", 1);
        contract("unused", 1);
        write("contracts/shared/money.proto", """
                syntax = "proto3";
                package shared;
                option java_package = "com.example.shared";
                option java_multiple_files = true;
                message Money { int64 cents = 1; }
                """);
    }

    @Test
    void writesTheTopicsThatTheServiceDeclaresAndNothingElse() throws IOException {
        var result = code("billing").writeTo(target, Protoc.installed());

        assertThat(result.topics()).hasSize(3);
        assertThat(javaFiles())
                .contains(
                        "com/example/Topics.java",
                        "com/example/billing/v1/OrderPlaced.java",
                        "com/example/orders/v2/OrderPlaced.java",
                        "com/example/shared/Money.java")
                .noneMatch(file -> file.contains("unused"));
    }

    @Test
    void writesATopicOfTwoGroupsOnce() throws IOException {
        write("services/billing.yaml", """
                name: billing
                team: checkout
                subscribes:
                  - orders.order-placed.v1
                  - { topic: orders.order-placed.v1, subscription: audit }
                  - { topic: orders.order-placed.v2, subscription: audit }
                """);

        var result = code("billing").writeTo(target, Protoc.installed());

        assertThat(result.topics()).hasSize(2);
    }

    @Test
    void namesConstantsByEntityVersionAndWhereNeededDomain() throws IOException {
        code("billing").writeTo(target, Protoc.installed());

        assertThat(Files.readString(target.resolve("com/example/Topics.java")))
                .contains(
                        "public static final Topic<com.example.billing.v1.OrderPlaced> BILLING_ORDER_PLACED =",
                        "public static final Topic<com.example.orders.v1.OrderPlaced> ORDERS_ORDER_PLACED =",
                        "public static final Topic<com.example.orders.v2.OrderPlaced> ORDER_PLACED_V2 =");
    }

    @Test
    void leavesWhatIsEqualAndDeletesWhatIsGone() throws IOException {
        code("billing").writeTo(target, Protoc.installed());
        var kept = target.resolve("com/example/orders/v1/OrderPlaced.java");
        var time = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(kept, time);
        write("services/billing.yaml", "name: billing\nteam: checkout\nsubscribes: [orders.order-placed.v1]\n");

        var result = code("billing").writeTo(target, Protoc.installed());

        assertThat(result.changed()).isPositive();
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(time);
        assertThat(javaFiles()).noneMatch(file -> file.contains("billing"));
        assertThat(code("billing").writeTo(target, Protoc.installed()).changed())
                .isZero();
    }

    @Test
    void writesAnEmptyClassForAServiceWithoutTopics() throws IOException {
        code("idle").writeTo(target, Protoc.installed());

        assertThat(javaFiles()).containsExactly("com/example/Topics.java");
    }

    @Test
    void refusesAServiceThatTheBusDoesNotDeclare() {
        assertThatThrownBy(() -> code("biling"))
                .isInstanceOf(UnknownServiceException.class)
                .hasMessage("the bus shop has no service 'biling'; add services/biling.yaml to it,"
                        + " or name one of its services: billing, idle");
    }

    private ServiceCode code(String service) {
        return new ServiceCode(BusRepository.load(bus, Protoc.installed()), service, "com.example");
    }

    private List<String> javaFiles() throws IOException {
        try (var walk = Files.walk(target)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> target.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private void contract(String domain, int major) throws IOException {
        write("contracts/%s/v%d/order_placed.proto".formatted(domain, major), """
                syntax = "proto3";
                package %1$s.v%2$d;
                import "postroad/contract.proto";
                import "shared/money.proto";
                option java_package = "com.example.%1$s.v%2$d";
                option java_multiple_files = true;
                // An order was placed.
                message OrderPlaced {
                  option (postroad.topic) = { name: "%1$s.order-placed.v%2$d" owner: "checkout" };
                  // What it costs.
                  shared.Money total = 1;
                }
                """.formatted(domain, major));
    }

    private void write(String name, String text) throws IOException {
        var file = bus.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
