package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PeakTest {
    private final Peak peak = new Peak(0);

    @Test
    void isTheLargestOfThisWindowAndTheOneBefore() {
        peak.add(3, seconds(1));
        peak.add(2, seconds(9));

        assertThat(peak.max(seconds(9))).isEqualTo(3);
        assertThat(peak.max(seconds(19))).isEqualTo(3);
    }

    @Test
    void forgetsWhatIsOlder() {
        peak.add(3, seconds(1));
        peak.add(1, seconds(12));

        assertThat(peak.max(seconds(21))).isEqualTo(1);
        assertThat(peak.max(seconds(45))).isZero();
    }

    private static long seconds(int count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
