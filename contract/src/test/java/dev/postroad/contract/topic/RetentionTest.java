package dev.postroad.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    @ParameterizedTest
    @CsvSource({"7d, P7D, 7d", "12h, PT12H, 12h", "48h, P2D, 2d", "90m, PT90M, 90m", "60m, PT1H, 1h"})
    void readsDaysHoursAndMinutes(String text, Duration duration, String shown) {
        var retention = Retention.parse(text);

        assertThat(retention.duration()).isEqualTo(duration);
        assertThat(retention).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5x", "d", "7 d", "-7d", "0d", "1.5h", "7days", "99999999d"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Retention.parse(text))
                .hasMessage("retention '%s' is not a duration; write it as '7d', '12h' or '30m'", text);
    }

    @Test
    void staysBelowTenYears() {
        assertThatThrownBy(() -> Retention.parse("3651d")).hasMessageContaining("between 1m and 3650d");
    }
}
