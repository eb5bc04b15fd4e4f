package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.lane.InFlight;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record on its way to another topic, from the first attempt to store its copy there. */
final class Transfer {
    private final InFlight source;
    private final ProducerRecord<byte[], byte[]> copy;
    private final Published message;
    private final Ledger ledger;
    private final Ledger.@Nullable Epoch epoch;
    private int stored;
    private boolean mayBeRepeated;

    Transfer(InFlight source, ProducerRecord<byte[], byte[]> copy, Published message, Ledger ledger) {
        this.source = source;
        this.copy = copy;
        this.message = message;
        this.ledger = ledger;
        this.epoch = ledger.epoch(source.received());
    }

    /** Whether the record is another member's by now. */
    boolean hasEnded() {
        return source.assignment().hasEnded();
    }

    /** The log has the copy, and will not say so. */
    void acknowledgementIsLost() {
        mayBeRepeated = true;
        message.mayRepeat();
    }

    void stored() {
        stored++;
        assertThat(stored == 1 || mayBeRepeated)
                .as("%s was stored in %s, acknowledged, and is stored again", message, copy.topic())
                .isTrue();
        if (copy.topic().endsWith(".dlt")) {
            message.deadLettered();
        }
        ledger.finished(source.received(), epoch);
    }

    @Override
    public String toString() {
        return "a copy of %s in %s".formatted(message, copy.topic());
    }
}
