package dev.postroad.client.group;

import com.google.protobuf.ByteString;
import dev.postroad.client.orders.OrderPlaced;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Publishes messages whose fates are drawn. */
final class Publishing {
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final World world;
    private final Random random;
    private int published;

    Publishing(World world) {
        this.world = world;
        this.random = world.random();
    }

    int published() {
        return published;
    }

    void publishFated() {
        publish(fate(random.nextInt(100)));
    }

    /** One that is handled at once, as those that come when all is well again. */
    void publishFine() {
        publish(new Fate.Fails(0));
    }

    private Fate fate(int chance) {
        if (chance < 70) {
            return new Fate.Fails(0);
        }
        if (chance < 80) {
            return new Fate.Fails(1 + random.nextInt(6));
        }
        if (chance < 87 || !world.plan().hasDeadLetters()) {
            return new Fate.AsksForTime(
                    1 + random.nextInt(3),
                    Duration.ofMillis(random.nextInt(12_000)),
                    new Fate.Fails(random.nextInt(4)));
        }
        if (chance < 90) {
            return new Fate.GivesUp();
        }
        return chance < 95 ? new Fate.Fails(FOR_EVER) : new Fate.Unreadable();
    }

    private void publish(Fate fate) {
        published++;
        var message = new Published("m" + published, fate);
        var headers = new RecordHeaders().add(MessageBook.ID, message.id().getBytes(StandardCharsets.UTF_8));
        byte[] key = random.nextInt(20) == 0
                ? null
                : new byte[] {(byte) random.nextInt(world.plan().keys())};
        var partition = random.nextInt(world.plan().partitions());
        world.book().add(message);
        var record = new ProducerRecord<>(world.derived().topic(), partition, key, value(message), headers);
        message.stored(world.topics().append(record));
        world.trace().tell("publisher", "publishes", message.id(), fate);
    }

    private byte @Nullable [] value(Published message) {
        var order = OrderPlaced.newBuilder().setOrderId(message.id());
        if (!(message.fate() instanceof Fate.Unreadable)) {
            var keepsRules = world.plan().enforces() || random.nextInt(10) > 0;
            return order.setItems(keepsRules ? 1 : 0).build().toByteArray();
        }
        if (random.nextInt(3) == 0) {
            return null;
        }
        return world.plan().enforces() && random.nextBoolean()
                ? order.build().toByteArray()
                : ByteString.copyFromUtf8("no order").toByteArray();
    }
}
