package dev.postroad.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationBucketsTest {
    @Test
    void hasNoQuantileOfNothing() {
        assertThat(DurationBuckets.quantileMillis(List.of(0L, 0L), 0.5)).isEmpty();
    }

    @Test
    void takesAnyDuration() {
        assertThat(DurationBuckets.of(Duration.ofDays(-1))).isZero();
        assertThat(DurationBuckets.of(Duration.ZERO)).isZero();
        assertThat(DurationBuckets.of(Duration.ofDays(365))).isEqualTo(DurationBuckets.COUNT - 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void findsQuantilesWithinNineteenPercent(long seed) {
        var random = new Random(seed);
        var durations = random.doubles(10_000, 0, 14)
                .map(exponent -> Math.pow(Math.E, exponent))
                .mapToObj(micros -> Duration.ofNanos((long) (micros * 1_000)))
                .sorted()
                .toList();
        var counts = new long[DurationBuckets.COUNT];
        durations.forEach(duration -> counts[DurationBuckets.of(duration)]++);
        var buckets = Arrays.stream(counts).boxed().toList();

        for (var quantile : List.of(0.5, 0.99, 1.0)) {
            var truth = durations.get((int) Math.ceil(quantile * 10_000) - 1).toNanos() / 1e6;
            assertThat(DurationBuckets.quantileMillis(buckets, quantile).orElseThrow())
                    .isBetween(truth, truth * 1.19 + 0.001)
                    .isCloseTo(truth, within(truth * 0.2 + 0.002));
        }
    }
}
