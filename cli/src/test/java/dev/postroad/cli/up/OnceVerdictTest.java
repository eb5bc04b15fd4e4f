package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.platform.snapshot.BusSnapshot;
import dev.postroad.platform.snapshot.BusSnapshot.GroupView;
import dev.postroad.platform.snapshot.BusSnapshot.TopicView;
import dev.postroad.platform.snapshot.Offsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OnceVerdictTest {
    private static final String ORDERS = "orders.order-placed.v1";

    /** Four records of an earlier run, of which billing has yet to handle one. */
    private final Offsets before = offsets(4, 3);

    @Test
    void isCompleteWhenEveryMessageWasConsumed() {
        var verdict = OnceVerdict.of(before, offsets(14, 14), reported(10, 0, 11));

        assertThat(verdict.isComplete()).isTrue();
        assertThat(verdict.missing()).isEmpty();
    }

    @Test
    void isCompleteWhenAMessageWasHandledTwice() {
        assertThat(OnceVerdict.of(before, offsets(14, 14), reported(10, 0, 13)).isComplete())
                .isTrue();
    }

    @Test
    void missesWhatTheBrokerDoesNotHave() {
        var verdict = OnceVerdict.of(before, offsets(13, 13), reported(10, 0, 10));

        assertThat(verdict.isComplete()).isFalse();
        assertThat(verdict.missing()).containsExactly(ORDERS + ": 10 published by the reports, 9 stored by the broker");
    }

    @Test
    void missesWhatNobodyReported() {
        var verdict = OnceVerdict.of(before, offsets(14, 14), reported(9, 0, 11));

        assertThat(verdict.missing()).containsExactly(ORDERS + ": 9 published by the reports, 10 stored by the broker");
    }

    @Test
    void missesWhatWasNeverAcknowledged() {
        var verdict = OnceVerdict.of(before, offsets(14, 14), reported(10, 2, 11));

        assertThat(verdict.missing()).containsExactly(ORDERS + ": 2 messages never acknowledged");
    }

    @Test
    void missesWhatAGroupHasNotCommitted() {
        var verdict = OnceVerdict.of(before, offsets(14, 13), reported(10, 0, 11));

        assertThat(verdict.missing()).containsExactly(ORDERS + ": billing has yet to handle 1 message");
    }

    @Test
    void missesWhatAGroupHasNotReported() {
        var verdict = OnceVerdict.of(before, offsets(14, 14), reported(10, 0, 10));

        assertThat(verdict.missing())
                .containsExactly(ORDERS + ": billing has handled 10 of 11 messages by its reports");
    }

    @Test
    void missesEverythingWhereNobodySubscribed() {
        var verdict = OnceVerdict.of(before, offsets(14, 3), reported(10, 0, 0));

        assertThat(verdict.missing())
                .containsExactly(
                        ORDERS + ": billing has yet to handle 11 messages",
                        ORDERS + ": billing has handled 0 of 11 messages by its reports");
    }

    @Test
    void missesWhatIsToBeRetriedOrWasGivenUp() {
        var verdict = OnceVerdict.of(before, offsets(14, 14), reported(10, 0, 11, 1, 2));

        assertThat(verdict.missing())
                .containsExactly(
                        ORDERS + ": billing has yet to retry 1 message", ORDERS + ": billing has made 2 dead letters");
    }

    private static Offsets offsets(long end, long committed) {
        var partition = new TopicPartition(ORDERS, 0);
        return new Offsets(Map.of(partition, end), Map.of("billing", Map.of(partition, committed)));
    }

    private static BusSnapshot reported(long published, long failed, long consumed) {
        return reported(published, failed, consumed, 0, 0);
    }

    private static BusSnapshot reported(long published, long failed, long consumed, long retrying, long deadLettered) {
        var billing = new GroupView(
                "billing", consumed, 0, 0, retrying, deadLettered, OptionalDouble.empty(), OptionalDouble.empty());
        var orders = new TopicView(ORDERS, published, 0, failed, Optional.empty(), List.of(billing));
        return new BusSnapshot(Instant.EPOCH, List.of(orders));
    }
}
