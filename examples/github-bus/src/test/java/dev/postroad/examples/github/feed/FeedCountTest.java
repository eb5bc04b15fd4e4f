package dev.postroad.examples.github.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FeedCountTest {
    private final FeedCount count = new FeedCount(4);

    @Test
    void tellsHowFarTheRoundIs() {
        count.published();
        count.withoutContract();
        count.broken("issue number 0", true);

        assertThat(count.progress())
                .isEqualTo("2 of 4 payloads, 1 published, 1 of a type without contract; 1 broken on purpose, 1 refused"
                        + " (last: issue number 0)");
    }

    @Test
    void tellsOfRealPayloadsThatWereRefusedOrNotDelivered() {
        count.published();
        count.refused();
        count.undelivered();

        assertThat(count.progress())
                .isEqualTo("3 of 4 payloads, 1 published, 0 of a type without contract, 1 refused, 1 not delivered");
    }

    @Test
    void isRightOnceEveryPayloadIsAccountedFor() {
        count.published();
        count.withoutContract();
        count.refused();
        assertThat(count.isRight()).isFalse();

        count.published();
        assertThat(count.isRight()).isTrue();
    }

    @Test
    void isNotRightIfABrokenMessageWasAccepted() {
        for (var payload = 0; payload < 4; payload++) {
            count.published();
        }

        count.broken("issue number 0", false);

        assertThat(count.isRight()).isFalse();
    }
}
