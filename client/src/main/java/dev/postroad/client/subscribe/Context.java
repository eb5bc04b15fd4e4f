package dev.postroad.client.subscribe;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.postroad.client.retry.Trail;
import dev.postroad.contract.version.ContractVersion;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The record that a message came in. For a retry it is the record that was published, not its copy in a topic for
 * delayed retries: topic, partition and offset together name a message once and for all.
 *
 * <p>To be used by the thread that it is handed to.
 */
public final class Context {
    private final ConsumerRecord<byte[], byte[]> record;
    private final int attempts;
    private @Nullable Trail trail;

    /**
     * The context of a record; a handler is handed its own, and a test makes one.
     *
     * @param attempts how often the record was handed to a handler in its present place, this time included
     */
    public Context(ConsumerRecord<byte[], byte[]> record, int attempts) {
        this.record = record;
        this.attempts = attempts;
    }

    /** Most handlers ask for nothing of it. */
    private Trail trail() {
        var known = trail;
        if (known == null) {
            known = Trail.of(record);
            trail = known;
        }
        return known;
    }

    /** Kafka's name of the topic. */
    public String topic() {
        return trail().topic();
    }

    /** The partition, counted from 0. */
    public int partition() {
        return trail().partition();
    }

    /** The offset within the partition. */
    public long offset() {
        return trail().offset();
    }

    /** The record's timestamp, usually when it was published. */
    public Instant timestamp() {
        return trail().timestamp();
    }

    /** The key as it is on the wire: text in UTF-8, raw bytes, or an integer as decimal text; none if there is none. */
    public Optional<ByteString> key() {
        return Optional.ofNullable(record.key()).map(UnsafeByteOperations::unsafeWrap);
    }

    /** The contract version that the message was published with, if the record names one. */
    public Optional<ContractVersion> version() {
        return Optional.ofNullable(record.headers().lastHeader(ContractVersion.HEADER))
                .flatMap(header -> ContractVersion.ofBytes(header.value()));
    }

    /**
     * How often a handler was given the record, this time included; it begins anew where the group does not know
     * better, as after a crash.
     */
    public int attempt() {
        return trail().deliveries() + attempts;
    }

    @Override
    public String toString() {
        return "%s-%d@%d".formatted(topic(), partition(), offset());
    }
}
