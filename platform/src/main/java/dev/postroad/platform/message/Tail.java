package dev.postroad.platform.message;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.compiler.json.MessageJson;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.version.ContractVersion;
import dev.postroad.platform.cluster.ClusterConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a topic without a consumer group, so that nobody's offsets move. Used by one thread. */
public final class Tail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Contract contract;
    private final MessageJson json;
    private final Consumer<byte[], byte[]> consumer;

    private Tail(Contract contract, Consumer<byte[], byte[]> consumer) {
        this.contract = contract;
        this.json = new MessageJson(contract.message());
        this.consumer = consumer;
    }

    /**
     * Opens a topic.
     *
     * @param last how many of each partition's newest records to begin with; 0 for those to come only
     * @throws dev.postroad.client.connection.TopicMissingException if the topic is not on the cluster
     * @throws dev.postroad.platform.cluster.ClusterUnreachableException if no broker answers
     */
    public static Tail open(ClusterConnection cluster, Contract contract, long last) {
        var partitions = cluster.partitions(List.of(contract.kafkaTopic()));
        return cluster.reading(consumer -> {
            consumer.assign(partitions);
            var begin = consumer.beginningOffsets(partitions);
            consumer.endOffsets(partitions)
                    .forEach((partition, end) ->
                            consumer.seek(partition, Math.max(begin.getOrDefault(partition, 0L), end - last)));
            return new Tail(contract, consumer);
        });
    }

    /**
     * The next records, in the order of their time as far as they were fetched together; none if there are none yet.
     */
    public List<ShownRecord> next() {
        var shown = new ArrayList<ShownRecord>();
        consumer.poll(POLL).forEach(found -> shown.add(show(found)));
        shown.sort(Comparator.comparing(ShownRecord::timestamp));
        return shown;
    }

    private ShownRecord show(ConsumerRecord<byte[], byte[]> found) {
        Optional<String> message = Optional.empty();
        Optional<String> problem = Optional.empty();
        if (found.value() == null) {
            problem = Optional.of("tombstone");
        } else {
            try {
                message = Optional.of(json.print(DynamicMessage.parseFrom(contract.message(), found.value())));
            } catch (InvalidProtocolBufferException e) {
                problem = Optional.of("%d bytes that are no %s: %s"
                        .formatted(found.value().length, contract.message().getFullName(), e.getMessage()));
            }
        }
        return new ShownRecord(
                found.partition(),
                found.offset(),
                Instant.ofEpochMilli(found.timestamp()),
                Optional.ofNullable(found.key()).map(this::key),
                Optional.ofNullable(found.headers().lastHeader(ContractVersion.HEADER))
                        .flatMap(header -> ContractVersion.ofBytes(header.value())),
                message,
                problem);
    }

    private String key(byte[] key) {
        var isPersonal =
                contract.key().filter(field -> json.isPersonal(field.field())).isPresent();
        return isPersonal ? MessageJson.MASK : new String(key, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
