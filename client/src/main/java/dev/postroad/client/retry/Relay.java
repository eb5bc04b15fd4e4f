package dev.postroad.client.retry;

import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves records to other topics, and does not give up before they are stored. Meanwhile the group's offset stays before
 * them, so that nothing is lost; when many wait, their partition is paused.
 *
 * <p>Safe for use by several threads.
 */
public final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Supplier<Producer<byte[], byte[]>> producer;

    /**
     * A relay.
     *
     * @param producer acknowledged by all in-sync replicas; asked for when the first record is moved
     */
    public Relay(Supplier<Producer<byte[], byte[]>> producer) {
        this.producer = producer;
    }

    /** Stores a copy of a record; completes when it is stored, and never if the record's assignment ends before. */
    CompletionStage<Void> move(InFlight record, ProducerRecord<byte[], byte[]> copy, Crew crew) {
        var stored = new CompletableFuture<Void>();
        new Move(record, copy, crew, stored).send(FIRST_PAUSE);
        return stored;
    }

    private final class Move {
        private final InFlight record;
        private final ProducerRecord<byte[], byte[]> copy;
        private final Crew crew;
        private final CompletableFuture<Void> stored;

        Move(InFlight record, ProducerRecord<byte[], byte[]> copy, Crew crew, CompletableFuture<Void> stored) {
            this.record = record;
            this.copy = copy;
            this.crew = crew;
            this.stored = stored;
        }

        void send(Duration pause) {
            try {
                var unused = producer.get().send(copy, (metadata, failure) -> {
                    if (failure == null) {
                        stored.complete(null);
                    } else {
                        sendAgain(pause, failure);
                    }
                });
            } catch (KafkaException | IllegalStateException e) {
                // An interrupt, or a producer that is closed: then the assignment has ended too.
                sendAgain(pause, e);
            }
        }

        private void sendAgain(Duration pause, Exception failure) {
            var received = record.received();
            LOG.atError()
                    .addKeyValue("topic", received.topic())
                    .addKeyValue("partition", received.partition())
                    .addKeyValue("offset", received.offset())
                    .addKeyValue("to", copy.topic())
                    .addKeyValue("nextTryIn", pause)
                    .setCause(failure)
                    .log("a record that could not be handled cannot be stored elsewhere; its offset waits");
            var next = pause.multipliedBy(2);
            crew.runAfter(pause, () -> {
                if (!record.assignment().hasEnded()) {
                    send(next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next);
                }
            });
        }
    }
}
