package dev.postroad.examples.github.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedOptionsTest {
    @Test
    void feedsTwentyPayloadsASecondUnlessToldOtherwise() {
        var options = FeedOptions.parse(List.of());

        assertThat(options.once()).isFalse();
        assertThat(options.pause()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void takesARate() {
        assertThat(FeedOptions.parse(List.of("--rate", "100")).pause()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void takesOnce() {
        assertThat(FeedOptions.parse(List.of("--once")).once()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--rate 0, --rate 0 is not between 1 and 1000",
        "--rate fast, --rate 'fast' is not a whole number",
        "--rate, cannot make sense of '--rate'",
        "--often, cannot make sense of '--often'",
    })
    void refusesWhatItDoesNotUnderstandAndSaysHow(String arguments, String complaint) {
        assertThatThrownBy(() -> FeedOptions.parse(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint)
                .hasMessageContaining("usage: feed [--once | --rate");
    }
}
