package dev.postroad.client.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPauseTest {
    @Test
    void growsFromOneSecondToThirty() {
        var seconds = IntStream.rangeClosed(1, 8)
                .mapToObj(failures -> RetryPause.after(failures).toSeconds());

        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void staysAtThirtySecondsHoweverOftenARecordFails() {
        assertThat(RetryPause.after(Integer.MAX_VALUE)).hasSeconds(30);
    }
}
