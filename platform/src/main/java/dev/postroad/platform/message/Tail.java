package dev.postroad.platform.message;

import dev.postroad.contract.topic.Contract;
import dev.postroad.platform.cluster.ClusterConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;

/** Reads a topic without a consumer group, so that nobody's offsets move. Used by one thread. */
public final class Tail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final RecordView view;
    private final Consumer<byte[], byte[]> consumer;

    private Tail(Contract contract, Consumer<byte[], byte[]> consumer) {
        this.view = new RecordView(contract);
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
        consumer.poll(POLL).forEach(found -> shown.add(view.of(found)));
        shown.sort(Comparator.comparing(ShownRecord::timestamp));
        return shown;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
