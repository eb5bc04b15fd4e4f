package dev.postroad.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetirementTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WITHIN = Duration.ofMinutes(5);

    @Test
    void lastsAsLongAsItMay() {
        assertThat(Retirement.of(NOW, WITHIN, Optional.empty()))
                .isEqualTo(new Retirement(NOW, NOW.plus(WITHIN)))
                .isEqualTo(Retirement.of(NOW, WITHIN, Optional.of(NOW.plus(Duration.ofMinutes(6)))));
    }

    @Test
    void isOverAMinuteBeforeTheCertificateExpires() {
        assertThat(Retirement.of(NOW, WITHIN, Optional.of(NOW.plus(Duration.ofMinutes(3)))))
                .isEqualTo(new Retirement(NOW, NOW.plus(Duration.ofMinutes(2))));
    }

    @Test
    void isOverAtOnceForACertificateThatHasExpired() {
        assertThat(Retirement.of(NOW, WITHIN, Optional.of(NOW.minusSeconds(1)))).isEqualTo(new Retirement(NOW, NOW));
    }

    @Test
    void spreadsItsMoments() {
        var retirement = Retirement.of(NOW, WITHIN, Optional.empty());

        assertThat(retirement.drawn(0)).isEqualTo(NOW);
        assertThat(retirement.drawn(0.5)).isEqualTo(NOW.plusSeconds(135));
        assertThat(retirement.drawn(1)).isEqualTo(NOW.plusSeconds(270));
    }
}
