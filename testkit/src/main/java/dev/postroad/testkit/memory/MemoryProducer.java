package dev.postroad.testkit.memory;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Stores what is sent at once; Kafka's own mock is here for what nobody calls. */
final class MemoryProducer extends MockProducer<byte[], byte[]> {
    private final MemoryLogs logs;
    private final Faults faults;

    MemoryProducer(MemoryLogs logs, Faults faults) {
        super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        this.logs = logs;
        this.faults = faults;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        return send(record, null);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
        var failure = faults.ofSend();
        if (failure != null) {
            var nowhere = new RecordMetadata(new TopicPartition(record.topic(), -1), -1, -1, -1, -1, -1);
            if (callback != null) {
                callback.onCompletion(nowhere, failure);
            }
            return CompletableFuture.failedFuture(failure);
        }
        var stored = logs.append(record);
        if (callback != null) {
            callback.onCompletion(stored, null);
        }
        return CompletableFuture.completedFuture(stored);
    }

    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
        return MemoryConsumer.infos(logs.partitions(topic));
    }
}
