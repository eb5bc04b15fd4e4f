package dev.postroad.cli.deadletter;

import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.bus.ClusterOptions;
import dev.postroad.cli.bus.UnknownTopicException;
import dev.postroad.client.Bus;
import dev.postroad.client.deadletter.DeadLetters;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.GroupName;
import dev.postroad.platform.message.RecordView;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whose dead letters are meant, and where. */
final class GroupOptions {
    /** What these commands are called in Kafka's logs and quotas. */
    private static final String SERVICE = "postroad-dlt";

    @Parameters(index = "0", paramLabel = "TOPIC", description = "The topic, such as orders.order-placed.v1.")
    private String topic = "";

    @Parameters(
            index = "1",
            paramLabel = "GROUP",
            converter = GroupConverter.class,
            description =
                    "The consumer group that gave the records up: named like its service, or SERVICE.SUBSCRIPTION if the subscription has a name.")
    private GroupName group = GroupName.of("service");

    @Mixin
    private BusOptions busOptions = new BusOptions();

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    /** The dead letters of a group, for as long as it is open. */
    record Opened(Contract contract, GroupName group, Bus bus, DeadLetters letters, RecordView view)
            implements AutoCloseable {
        @Override
        public void close() {
            bus.close();
        }

        @Override
        public String toString() {
            return "%s on %s".formatted(group, contract.kafkaTopic());
        }
    }

    /** Connects to the cluster. */
    Opened open() {
        var repository = busOptions.load();
        var contract = UnknownTopicException.requireContract(repository, topic);
        var bus = Bus.connect(clusterOptions.settings(SERVICE, busOptions, repository));
        try {
            return new Opened(contract, group, bus, bus.deadLetters(contract, group), new RecordView(contract));
        } catch (RuntimeException e) {
            bus.close();
            throw e;
        }
    }
}
