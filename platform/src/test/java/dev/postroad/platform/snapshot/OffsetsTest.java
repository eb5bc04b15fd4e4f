package dev.postroad.platform.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);
    private static final TopicPartition ORDERS_1 = new TopicPartition("orders", 1);
    private static final TopicPartition CLICKS_0 = new TopicPartition("clicks", 0);

    private final Offsets offsets = new Offsets(
            Map.of(ORDERS_0, 10L, ORDERS_1, 5L, CLICKS_0, 1_000L),
            Map.of("billing", Map.of(ORDERS_0, 7L, CLICKS_0, 1L), "eager", Map.of(ORDERS_0, 12L, ORDERS_1, 5L)));

    @Test
    void sumsTheEndsOfOneTopic() {
        assertThat(offsets.end("orders")).isEqualTo(15);
        assertThat(offsets.end("unknown")).isZero();
    }

    @Test
    void countsWhatAGroupHasYetToHandle() {
        assertThat(offsets.lag("billing", "orders")).isEqualTo(3 + 5);
        assertThat(offsets.lag("nobody", "orders")).isEqualTo(15);
    }

    @Test
    void knowsNoNegativeLag() {
        // Ends and commits are asked for one after the other, so a commit may be ahead of an older end.
        assertThat(offsets.lag("eager", "orders")).isZero();
    }
}
