package dev.postroad.client.deadletter;

import dev.postroad.client.retry.TrailHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record without a value that says of a dead letter in the same partition that it was replayed. */
final class ReplayMarker {
    private static final String REPLAYED = TrailHeaders.PREFIX + "replayed.offset";

    private ReplayMarker() {}

    static ProducerRecord<byte[], byte[]> record(String topic, DeadLetter letter) {
        var position = letter.position();
        var header = TrailHeaders.header(REPLAYED, position.offset());
        return new ProducerRecord<>(
                topic, position.partition(), null, letter.record().key(), null, List.of(header));
    }

    /** The dead letter that a record marks, if it is a marker. */
    static Optional<Position> of(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(REPLAYED))
                .map(header -> new Position(
                        record.partition(), Long.parseLong(new String(header.value(), StandardCharsets.UTF_8))));
    }
}
