package dev.postroad.compiler.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.proto.ProtocUnavailableException;
import dev.postroad.contract.topic.GroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusRepositoryTest {
    @TempDir
    private Path root;

    @Test
    void holdsWhatTheRepositoryDeclares() throws IOException {
        write("postroad.yaml", """
                name: shop
                clusters:
                  prod: { bootstrap: "kafka-1:9092,kafka-2:9092" }
                demo:
                  - { name: mailer, service: mailer, command: ["${java}", Mailer], once: [--once] }
                """);
        write("teams.yaml", "teams: { checkout: { chat: '#checkout', on_call: co, oidc_group: g } }");
        write("services/mailer.yaml", """
                name: mailer
                team: checkout
                principals: { prod: "User:CN=mailer" }
                subscribes: [orders.order-placed.v1]
                objectives: { freshness: 30s, success: 99.9 }
                """);
        write("contracts/orders/order_placed.proto", """
                syntax = "proto3";
                package orders.v1;
                import "postroad/contract.proto";
                // A customer has placed an order.
                message OrderPlaced {
                  option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" key: "order_id" };
                  string order_id = 1;
                }
                """);

        var bus = BusRepository.load(root, Protoc.installed());

        assertThat(bus.findings()).isEmpty();
        assertThat(bus.name()).isEqualTo("shop");
        assertThat(bus.cluster("prod")).hasValue(new Cluster("prod", "kafka-1:9092,kafka-2:9092"));
        assertThat(bus.teams())
                .containsExactly(new Team("checkout", Optional.of("#checkout"), Optional.of("co"), Optional.of("g")));
        assertThat(bus.demo())
                .containsExactly(new DemoProcess(
                        "mailer", Optional.of("mailer"), List.of("${java}", "Mailer"), List.of("--once")));
        var contract = bus.contract("orders.order-placed.v1").orElseThrow();
        assertThat(contract.description()).isEqualTo("A customer has placed an order.");
        assertThat(bus.subscribers(contract)).singleElement().satisfies(service -> {
            assertThat(service.name()).isEqualTo("mailer");
            assertThat(service.principals()).containsEntry("prod", "User:CN=mailer");
            assertThat(service.objectives().orElseThrow().success()).hasValue(99.9);
        });
    }

    @Test
    void knowsTheGroupsOfEachService() throws IOException {
        write("postroad.yaml", "name: shop");
        write("teams.yaml", "teams: { checkout: {} }");
        write("services/mailer.yaml", """
                name: mailer
                team: checkout
                subscribes:
                  - orders.order-placed.v1
                  - { topic: orders.order-placed.v1, subscription: audit }
                  - { topic: orders.order-paid.v1, subscription: audit }
                """);
        contract("OrderPlaced", "orders.order-placed.v1");
        contract("OrderPaid", "orders.order-paid.v1");

        var bus = BusRepository.load(root, Protoc.installed());

        assertThat(bus.findings()).isEmpty();
        assertThat(bus.services())
                .singleElement()
                .satisfies(service -> assertThat(service.groups())
                        .containsExactly(GroupName.of("mailer"), GroupName.of("mailer", "audit")));
        assertThat(bus.groups(bus.contract("orders.order-placed.v1").orElseThrow()))
                .containsExactly(GroupName.of("mailer"), GroupName.of("mailer", "audit"));
        assertThat(bus.groups(bus.contract("orders.order-paid.v1").orElseThrow()))
                .containsExactly(GroupName.of("mailer", "audit"));
        assertThat(bus.subscribers(bus.contract("orders.order-placed.v1").orElseThrow()))
                .hasSize(1);
    }

    private void contract(String message, String topic) throws IOException {
        write("contracts/orders/%s.proto".formatted(message), """
                syntax = "proto3";
                package orders.v1;
                import "postroad/contract.proto";
                message %s {
                  option (postroad.topic) = { name: "%s" owner: "checkout" };
                  string order_id = 1;
                }
                """.formatted(message, topic));
    }

    @Test
    void needsItsMainFile() {
        assertThatThrownBy(() -> BusRepository.load(root, Protoc.installed()))
                .isInstanceOf(NotABusException.class)
                .hasMessageContaining(root.toString())
                .hasMessageContaining("has no postroad.yaml")
                .hasMessageContaining("--bus");
    }

    @Test
    void needsAFolder() {
        assertThatThrownBy(() -> BusRepository.load(root.resolve("nowhere"), Protoc.installed()))
                .isInstanceOf(NotABusException.class)
                .hasMessageContaining("nowhere is no folder");
    }

    @Test
    void saysWhenProtocCannotBeRun() throws IOException {
        write("postroad.yaml", "name: shop");
        write("contracts/a.proto", "syntax = \"proto3\";");
        write("silent", "#!/bin/sh\nexit 3\n");

        assertThatThrownBy(() -> BusRepository.load(root, new Protoc(root.resolve("silent"))))
                .isInstanceOf(ProtocUnavailableException.class)
                .hasMessageContaining("silent ended with 3 and said nothing");
        assertThatThrownBy(() -> BusRepository.load(root, new Protoc(root.resolve("gone"))))
                .isInstanceOf(ProtocUnavailableException.class)
                .hasMessageContaining("gone is no file")
                .hasMessageContaining("POSTROAD_PROTOC");
    }

    private void write(String name, String text) throws IOException {
        var path = root.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
