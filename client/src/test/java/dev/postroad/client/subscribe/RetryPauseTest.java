package dev.postroad.client.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPauseTest {
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void growsFromOneSecondToThirty() {
        var seconds = new ArrayList<Long>();
        var pause = RetryPause.after(7, null, NOW);
        for (var failure = 1; failure <= 8; failure++) {
            seconds.add(Duration.between(NOW, pause.until()).toSeconds());
            pause = RetryPause.after(7, pause, NOW);
        }

        assertThat(seconds).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L));
    }

    @Test
    void beginsAnewAtAnotherRecord() {
        var third = new RetryPause(7, 3, NOW);

        assertThat(RetryPause.after(8, third, NOW).failures()).isEqualTo(1);
    }
}
