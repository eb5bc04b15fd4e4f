package dev.postroad.compiler.bus;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.gate.Gate;
import dev.postroad.compiler.gate.GateReport;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A repository of one contract and one team in a folder of its own, without a finding until something is added. */
record SmallBus(Path root) {
    /** The contract, with a place for more fields. */
    static final String CONTRACT = """
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

    static SmallBus write(Path root) throws IOException {
        var bus = new SmallBus(root);
        bus.write("postroad.yaml", "name: shop\n");
        bus.write("teams.yaml", "teams:\n  checkout: {}\n");
        bus.write("contracts/orders/order_placed.proto", CONTRACT.formatted(""));
        return bus;
    }

    void write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    GateReport check() {
        return Gate.check(BusRepository.load(root, Protoc.installed()));
    }

    /** The findings as they are printed. */
    List<String> findings() {
        return check().findings().stream().map(Finding::toString).toList();
    }
}
