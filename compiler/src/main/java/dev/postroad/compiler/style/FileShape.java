package dev.postroad.compiler.style;

import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ContractOptions;
import java.util.List;

/** Whether a file holds one contract, at its head, and imports what it uses and nothing for others. */
final class FileShape {
    private static final Rule FIRST = Rule.error(
                    "topic-message-first",
                    "The topic's message is the first of its file",
                    "Formats that count a file's messages then find the same one in every version, and so do people.")
            .showing("""
                    // What was ordered.
                    message OrderLine {}

                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """, """
                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }

                    // What was ordered.
                    message OrderLine {}
                    """);

    private static final Rule ONE = Rule.error(
                    "topic-per-file",
                    "A file holds one topic",
                    "A contract changes by itself: its file's history is its history, and its reviewers are its owner.")
            .showing("""
                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }

                    // A customer has taken an order back.
                    message OrderCancelled {
                      option (postroad.topic) = { name: "orders.order-cancelled.v1" owner: "checkout" };
                    }
                    """, """
                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """);

    private static final Rule IMPORT = Rule.warning(
                    "import-public",
                    "An import is neither public nor weak",
                    "Languages treat public imports differently, and some ignore them; weak ones are for Google alone.")
            .showing("""
                    syntax = "proto3";
                    package orders.v1;

                    import public "google/protobuf/timestamp.proto";
                    """, """
                    syntax = "proto3";
                    package orders.v1;

                    import "google/protobuf/timestamp.proto";
                    """);

    static final List<Rule> RULES = List.of(FIRST, ONE, IMPORT);

    private FileShape() {}

    static void check(Remarks remarks) {
        topics(remarks);
        imports(remarks);
    }

    private static void topics(Remarks remarks) {
        var messages = remarks.descriptor().getMessageTypes();
        var withTopic = messages.stream()
                .filter(message -> ContractOptions.topic(message).isPresent())
                .toList();
        if (withTopic.size() == 1 && withTopic.get(0).getIndex() > 0) {
            var message = withTopic.get(0);
            remarks.add(
                    FIRST,
                    message,
                    "message %s has the topic, and message %s stands before it"
                            .formatted(message.getName(), messages.get(0).getName()),
                    "move %s to the head of the file".formatted(message.getName()));
        }
        withTopic.stream()
                .skip(1)
                .forEach(message -> remarks.add(
                        ONE,
                        message,
                        "%s has a topic, and so has %s in this file"
                                .formatted(message.getName(), withTopic.get(0).getName()),
                        "move %s to a file of its own".formatted(message.getName())));
    }

    private static void imports(Remarks remarks) {
        var file = remarks.descriptor().toProto();
        file.getPublicDependencyList().forEach(index -> special(remarks, index, file.getDependency(index), "public"));
        file.getWeakDependencyList().forEach(index -> special(remarks, index, file.getDependency(index), "weak"));
    }

    private static void special(Remarks remarks, int index, String imported, String kind) {
        remarks.add(
                IMPORT,
                remarks.lines().ofImport(index),
                "the import of %s is %s".formatted(imported, kind),
                "write import \"%s\", here and wherever its types are used".formatted(imported));
    }
}
