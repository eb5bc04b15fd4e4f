package dev.postroad.client.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.contract.topic.DerivedTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Exception CAUSE = new IllegalStateException("the warehouse is closed");
    private static final Failure THROWN = new Failure.Thrown(CAUSE);
    private static final Verdict GIVE_UP = new Verdict.GiveUp();

    @ParameterizedTest
    @CsvSource({"1, 50", "2, 250"})
    void tryTwiceAtOnceWhereARecordIsFirst(int attempts, long millis) {
        assertThat(Retries.standard().verdict(THROWN, attempts, fresh(), NOW)).isEqualTo(waits(millis));
    }

    @Test
    void goThroughTheTopicsForDelayedRetriesOneAfterTheOther() {
        var retries = Retries.standard();

        assertThat(retries.verdict(THROWN, 3, fresh(), NOW)).isEqualTo(delayed(Duration.ofSeconds(10), 1));
        assertThat(retries.verdict(THROWN, 1, failed(1), NOW)).isEqualTo(delayed(Duration.ofMinutes(1), 2));
        assertThat(retries.verdict(THROWN, 1, failed(2), NOW)).isEqualTo(delayed(Duration.ofMinutes(10), 3));
        assertThat(retries.verdict(THROWN, 1, failed(3), NOW)).isEqualTo(GIVE_UP);
    }

    @Test
    void giveUpAfterTheQuickOnesWhereThereAreNoDelays() {
        assertThat(Retries.standard().withDelays().verdict(THROWN, 3, fresh(), NOW))
                .isEqualTo(GIVE_UP);
    }

    @ParameterizedTest
    @CsvSource({"1, 50", "2, 250", "3, 10000", "4, 60000", "5, 600000"})
    void waitInPlaceWhereOrderIsKept(int attempts, long millis) {
        assertThat(Retries.inOrder().verdict(THROWN, attempts, fresh(), NOW)).isEqualTo(waits(millis));
    }

    @Test
    void giveUpWhereOrderIsKept() {
        assertThat(Retries.inOrder().verdict(THROWN, 6, fresh(), NOW)).isEqualTo(GIVE_UP);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 2000", "5, 16000", "6, 30000", "1000000, 30000"})
    void waitEverLongerForWhatHasToBeHandled(int attempts, long millis) {
        assertThat(Retries.untilHandled().verdict(THROWN, attempts, fresh(), NOW))
                .isEqualTo(waits(millis));
    }

    @Test
    void giveUpAtOnceWhatIsBadItself() {
        var hopeless = new Failure.Hopeless(CAUSE);

        assertThat(Retries.standard().verdict(hopeless, 1, fresh(), NOW)).isEqualTo(GIVE_UP);
        assertThat(Retries.inOrder().verdict(hopeless, 1, fresh(), NOW)).isEqualTo(GIVE_UP);
        assertThat(Retries.untilHandled().verdict(hopeless, 1, fresh(), NOW)).isEqualTo(waits(1_000));
    }

    @ParameterizedTest
    @CsvSource({"PT1.001S, PT10S", "PT10S, PT10S", "PT11S, PT1M", "PT5M, PT10M", "PT10H, PT10M"})
    void putARecordOffInTheTopicThatFitsBest(Duration wish, Duration topicDelay) {
        assertThat(Retries.standard().verdict(new Failure.Later(wish, CAUSE), 1, failed(2), NOW))
                .isEqualTo(new Verdict.Delay(topicDelay, NOW.plus(wish), 2));
    }

    @Test
    void putARecordOffInPlaceForASecondOrWhereOrderIsKept() {
        assertThat(Retries.standard().verdict(later(Duration.ofSeconds(1)), 1, fresh(), NOW))
                .isEqualTo(waits(1_000));
        assertThat(Retries.inOrder().verdict(later(Duration.ofHours(1)), 9, fresh(), NOW))
                .isEqualTo(waits(3_600_000));
    }

    @Test
    void putARecordOffForADayAtMost() {
        var old = new Trail("t", 0, 7, NOW, 9, 0, Optional.of(NOW.minus(Duration.ofHours(25))), Optional.empty(), 0);

        assertThat(Retries.standard().verdict(later(Duration.ofMinutes(1)), 1, old, NOW))
                .isEqualTo(GIVE_UP);
    }

    @Test
    void leaveQuickRetriesOutOnlyWhereThereAreDelayedOnes() {
        assertThat(Retries.standard().keepsPlace()).isFalse();
        assertThat(Retries.standard().withoutQuickRetries(fresh(), NOW)).isEqualTo(delayed(Duration.ofSeconds(10), 1));
        assertThat(Retries.standard().withDelays().keepsPlace()).isTrue();
        assertThat(Retries.inOrder().keepsPlace()).isTrue();
    }

    @Test
    void makeNoDeadLettersInAnOutage() {
        var untilTrial = Duration.ofSeconds(4);
        var retries = Retries.standard();

        assertThat(retries.verdictInAnOutage(5, failed(3), untilTrial, NOW)).isEqualTo(waits(4_000));
        assertThat(retries.verdictInAnOutage(6, failed(3), untilTrial, NOW))
                .isEqualTo(delayed(Duration.ofSeconds(10), 3));
        assertThat(Retries.inOrder().verdictInAnOutage(5, fresh(), Duration.ZERO, NOW))
                .isEqualTo(waits(50));
    }

    @Test
    void leaveTrialsToOthersWhereARecordKeepsItsPlace() {
        var untilTrial = Duration.ofSeconds(4);

        assertThat(Retries.inOrder().verdictInAnOutage(6, fresh(), untilTrial, NOW))
                .isEqualTo(waits(5_000));
        assertThat(Retries.untilHandled().verdictInAnOutage(6, fresh(), untilTrial, NOW))
                .isEqualTo(waits(5_000));
    }

    @Test
    void nameTheTopicsThatTheyNeed() {
        var derived = new DerivedTopics("orders.order-placed.v1", "billing");

        assertThat(Retries.standard().topics(derived)).isEqualTo(derived.standard());
        assertThat(Retries.standard().withDelays(Duration.ofSeconds(5)).topics(derived))
                .containsExactly(
                        "orders.order-placed.v1.billing.retry.5s",
                        "orders.order-placed.v1.billing.retry.10s",
                        "orders.order-placed.v1.billing.dlt");
        assertThat(Retries.inOrder().topics(derived))
                .containsExactly("orders.order-placed.v1.billing.retry.10s", "orders.order-placed.v1.billing.dlt");
        assertThat(Retries.untilHandled().topics(derived)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "PT1.5S", "PT24H1S", "PT-1S"})
    void refuseADelayOutOfRange(Duration delay) {
        assertThatThrownBy(() -> Retries.standard().withDelays(delay))
                .hasMessage(
                        "a record cannot be retried after %s; a delay is given in whole seconds, up to a day", delay);
    }

    @Test
    void refuseADelayTwice() {
        assertThatThrownBy(
                        () -> new Retries(Retries.Place.TOPICS, List.of(Duration.ofSeconds(60), Duration.ofMinutes(1))))
                .hasMessageContaining("each has a topic of its own");
    }

    private static Failure later(Duration delay) {
        return new Failure.Later(delay, CAUSE);
    }

    private static Verdict waits(long millis) {
        return new Verdict.Wait(Duration.ofMillis(millis));
    }

    private static Verdict delayed(Duration delay, int retries) {
        return new Verdict.Delay(delay, NOW.plus(delay), retries);
    }

    private static Trail fresh() {
        return new Trail("t", 0, 7, NOW, 0, 0, Optional.empty(), Optional.empty(), 0);
    }

    private static Trail failed(int retries) {
        return new Trail("t", 0, 7, NOW, 2 + retries, retries, Optional.of(NOW), Optional.of(NOW), 0);
    }
}
