package dev.postroad.platform.message;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.compiler.json.MessageJson;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.version.ContractVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Shows the records of a contract to people: as JSON, personal data masked. */
public final class RecordView {
    private final Contract contract;
    private final MessageJson json;

    /** A view of one contract's records. */
    public RecordView(Contract contract) {
        this.contract = contract;
        this.json = new MessageJson(contract.message());
    }

    /** A record of the contract's topic, or of one derived from it. */
    public ShownRecord of(ConsumerRecord<byte[], byte[]> found) {
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
}
