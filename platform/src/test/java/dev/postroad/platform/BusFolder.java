package dev.postroad.platform;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.topic.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bus repository in a folder of a test, with a team {@code checkout} that owns every topic. */
public final class BusFolder {
    private final Path root;
    private int contracts;

    /** An empty bus in an empty folder. */
    public BusFolder(Path root) throws IOException {
        this.root = root;
        with("postroad.yaml", "name: shop\n");
        with("teams.yaml", "teams: { checkout: {} }\n");
    }

    /** Adds a file. */
    public BusFolder with(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Adds the contract of a topic whose message {@code Event} has the given fields. */
    public BusFolder withTopic(String topic, String options, String fields) throws IOException {
        contracts++;
        return with("contracts/event%d.proto".formatted(contracts), """
                syntax = "proto3";
                package events%d.v1;
                import "buf/validate/validate.proto";
                import "postroad/contract.proto";
                message Event {
                  option (postroad.topic) = { name: "%s" owner: "checkout" %s };
                  %s
                }
                """.formatted(contracts, topic, options, fields));
    }

    /** Adds a service of the team that subscribes to a topic. */
    public BusFolder withSubscriber(String service, String topic) throws IOException {
        return with("services/%s.yaml".formatted(service), """
                name: %s
                team: checkout
                subscribes: [%s]
                """.formatted(service, topic));
    }

    /** The bus as it stands in the folder. */
    public BusRepository load() {
        return BusRepository.load(root, Protoc.installed());
    }

    /** The contract of one of its topics. */
    public Contract contract(String topic) {
        return load().contract(topic).orElseThrow();
    }
}
