package dev.postroad.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TestTimeTest {
    @AutoClose
    private final TestTime time = new TestTime();

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void doesWhatWasToHappenLaterWhenItIsAdvanced() {
        time.timer().schedule(Duration.ofHours(2), () -> done.add("second"));
        time.timer().schedule(Duration.ofHours(1), () -> done.add("first"));
        time.timer().schedule(Duration.ofHours(9), () -> done.add("third"));
        assertThat(done).isEmpty();

        time.advance(Duration.ofHours(3));

        await().untilAsserted(() -> assertThat(done).containsExactly("first", "second"));
    }

    @Test
    void passesAsItDoes() {
        time.timer().schedule(Duration.ofMillis(20), () -> done.add("soon"));

        await().untilAsserted(() -> assertThat(done).containsExactly("soon"));
    }

    @Test
    void tellsTheTimeOfDayAhead() {
        var before = Instant.now();

        time.advance(Duration.ofDays(1));

        assertThat(time.clock().instant())
                .isBetween(before.plus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1)));
    }
}
