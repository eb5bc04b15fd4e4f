package dev.postroad.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final Breaker breaker = new Breaker("billing on orders.order-placed.v1");
    private long now = 1_000_000;

    @Test
    void isClosedWhileFewRecordsFail() {
        for (var offset = 0; offset < 100; offset++) {
            if (offset % 3 == 0) {
                breaker.failed(record(offset), now);
            } else {
                breaker.succeeded(record(offset));
            }
        }

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.admits(now)).isTrue();
    }

    @Test
    void opensWhenTenRecordsAndMostHaveFailed() {
        for (var offset = 0; offset < 9; offset++) {
            breaker.succeeded(record(offset));
        }

        fail(100, 109);
        assertThat(breaker.isOpen()).isFalse();
        fail(109, 110);

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.admits(now)).isFalse();
    }

    @Test
    void takesARecordThatFailsAgainAndAgainForOne() {
        for (var attempt = 0; attempt < 100; attempt++) {
            breaker.failed(record(7), now);
        }

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void triesOneRecordAfterASecond() {
        fail(0, 10);

        pass(Duration.ofMillis(999));
        assertThat(breaker.mayAdmit(now)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(breaker.mayAdmit(now)).isTrue();
        assertThat(breaker.admits(now)).isTrue();

        assertThat(breaker.admits(now)).isFalse();
        assertThat(breaker.mayAdmit(now)).isFalse();
    }

    @Test
    void waitsEverLongerBetweenTrialsUpToHalfAMinute() {
        fail(0, 10);

        for (var seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(breaker.admits(now)).as("before %d s", seconds).isFalse();
            pass(Duration.ofMillis(1));
            assertThat(breaker.admits(now)).as("after %d s", seconds).isTrue();
            breaker.failed(record(3), now);
        }
    }

    @Test
    void letsNoRecordThatWasBegunBeforePutOffTheTrial() {
        fail(0, 10);

        fail(10, 30);
        pass(Duration.ofSeconds(1));

        assertThat(breaker.admits(now)).isTrue();
    }

    @Test
    void triesAnotherWhenATrialTellsNothing() {
        fail(0, 10);
        pass(Duration.ofSeconds(1));
        assertThat(breaker.admits(now)).isTrue();

        pass(Duration.ofSeconds(5));

        assertThat(breaker.admits(now)).isTrue();
    }

    @Test
    void closesWithTheFirstSuccess() {
        fail(0, 10);
        assertThat(breaker.listens()).isTrue();

        breaker.succeeded(record(3));

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.admits(now)).isTrue();
        assertThat(breaker.listens()).isFalse();
    }

    @Test
    void listensToNoSuccessWhenTheLastFailureIsLongAgo() {
        fail(0, 1);
        assertThat(breaker.listens()).isTrue();

        for (var offset = 1; offset <= 20; offset++) {
            breaker.succeeded(record(offset));
        }

        assertThat(breaker.listens()).isFalse();
    }

    private void fail(int from, int to) {
        for (var offset = from; offset < to; offset++) {
            breaker.failed(record(offset), now);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static Trail record(long offset) {
        return new Trail("t", 0, offset, Instant.EPOCH, 0, 0, Optional.empty(), Optional.empty(), 0);
    }
}
