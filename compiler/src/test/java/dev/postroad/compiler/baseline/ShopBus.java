package dev.postroad.compiler.baseline;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bus repository in a folder, with one contract, which imports a file of shared types. */
record ShopBus(Path root) {
    static final String CONTRACT = "contracts/orders/order_placed.proto";
    static final String SHARED = "contracts/orders/money.proto";

    static ShopBus in(Path root) throws IOException {
        var bus = new ShopBus(root);
        bus.write("postroad.yaml", "name: shop\n");
        bus.write("teams.yaml", "teams: { checkout: {} }\n");
        bus.write(SHARED, """
                syntax = "proto3";
                package orders.v1;
                message Money { int64 cents = 1; }
                """);
        bus.field("string note = 3;");
        return bus;
    }

    /** Writes the contract with one more field. */
    void field(String field) throws IOException {
        write(CONTRACT, """
                syntax = "proto3";
                package orders.v1;
                import "orders/money.proto";
                import "postroad/contract.proto";
                message OrderPlaced {
                  option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" key: "order_id" };
                  string order_id = 1;
                  Money total = 2;
                  %s
                }
                """.formatted(field));
    }

    void write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    BusRepository load() {
        return BusRepository.load(root, Protoc.installed());
    }

    PriorContracts read(String name) {
        return new PriorContractsReader(load(), Protoc.installed()).read(name);
    }

    /** The names of the fields of the only message with a topic. */
    static List<String> fields(PriorContracts contracts) {
        return contracts.messages().stream()
                .filter(message -> message.getName().equals("OrderPlaced"))
                .flatMap(message -> message.getFields().stream())
                .map(field -> field.getName())
                .toList();
    }
}
