package dev.postroad.client.group;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Stores what it is given, sooner or later; or fails, and may have stored it all the same. */
final class FaultyProducer extends MockProducer<byte[], byte[]> {
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(12);
    private static final Duration LONGEST_WAY = Duration.ofMillis(200);

    private final World world;
    private final Steps.Process process;
    private final Witness witness;

    FaultyProducer(World world, Steps.Process process, Witness witness) {
        super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        this.world = world;
        this.process = process;
        this.witness = witness;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> copy, @Nullable Callback callback) {
        if (callback == null) {
            throw new AssertionError("a copy of whose fate nobody hears");
        }
        var transfer = witness.sends(copy);
        if (world.weather().strikes(15)) {
            block();
        }
        if (world.weather().isBrokerDown()) {
            fail(callback);
        } else if (world.weather().strikes(4)) {
            failSomehow(transfer, copy, callback);
        } else {
            store(transfer, copy);
            after(LONGEST_WAY, () -> callback.onCompletion(nowhere(copy), null));
        }
        return new CompletableFuture<>();
    }

    /** As while its buffer is full. */
    private void block() {
        try {
            process.sleep(drawn(LONGEST_BLOCK));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Duration drawn(Duration most) {
        return Duration.ofMillis(world.random().nextInt((int) most.toMillis()));
    }

    private void failSomehow(Transfer transfer, ProducerRecord<byte[], byte[]> copy, Callback callback) {
        switch (world.random().nextInt(4)) {
            case 0 -> throw new TimeoutException("the buffer is full");
            case 1 -> fail(callback);
            case 2 -> {
                loseAcknowledgement(transfer);
                store(transfer, copy);
                fail(callback);
            }
            default -> {
                loseAcknowledgement(transfer);
                fail(callback);
                world.steps().later(drawn(Duration.ofSeconds(5)), () -> append(transfer, copy));
            }
        }
    }

    private void loseAcknowledgement(Transfer transfer) {
        world.tally().count(Tally.Deed.ACKNOWLEDGEMENT_LOST);
        transfer.acknowledgementIsLost();
    }

    private void fail(Callback callback) {
        after(Duration.ofSeconds(1), () -> callback.onCompletion(null, new TimeoutException("drawn")));
    }

    private void after(Duration most, Runnable task) {
        // Not before the record is stored.
        process.schedule(LONGEST_WAY.plus(drawn(most)), task);
    }

    private void store(Transfer transfer, ProducerRecord<byte[], byte[]> copy) {
        world.steps().later(drawn(LONGEST_WAY), () -> append(transfer, copy));
    }

    private void append(Transfer transfer, ProducerRecord<byte[], byte[]> copy) {
        var stored = world.topics().append(copy);
        world.trace()
                .tell("broker", "stores", world.book().of(copy.headers()).id(), stored.topic() + '@' + stored.offset());
        transfer.stored();
    }

    private static RecordMetadata nowhere(ProducerRecord<byte[], byte[]> copy) {
        return new RecordMetadata(new TopicPartition(copy.topic(), 0), 0, 0, 0, 0, 0);
    }
}
