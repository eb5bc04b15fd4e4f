package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Services of one group whose handlers fail, while partitions come and go, processes are killed or suspended, the
 * outside world is down and copies cannot be stored: each message is handled or becomes a dead letter for a reason,
 * repeated for a reason only, in its order and not before its time, and nothing stalls.
 */
class RecoveryModelTest {
    static final Duration SESSION_TIMEOUT = Duration.ofSeconds(45);
    static final Duration RELEASE_WITHIN = Duration.ofSeconds(10);
    private static final int RUNS = Integer.getInteger("postroad.model.runs", 20);
    private static final int MANY_RUNS = Integer.getInteger("postroad.model.runs", 1_000);
    private static final long FIRST_SEED = Long.getLong("postroad.model.seed", 1);

    /** Thousands of failures are logged, and none of them is one. */
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.postroad.client.retry");

    private @Nullable Level level;

    enum Order {
        BY_PARTITION,
        BY_KEY,
        IN_BATCHES
    }

    @BeforeEach
    void silenceTheLog() {
        level = LOG.getLevel();
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void restoreTheLog() {
        LOG.setLevel(level);
    }

    @ParameterizedTest
    @EnumSource
    void bringsEachMessageToItsEnd(Order order) {
        play(order, RUNS);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void bringsEachMessageToItsEndInManyRuns(Order order) {
        play(order, MANY_RUNS);
    }

    private static void play(Order order, int runs) {
        var tally = new Tally();
        for (var seed = FIRST_SEED; seed < FIRST_SEED + runs; seed++) {
            try (var run = new RecoveryRun(order, seed)) {
                play(run, order, seed);
                tally.add(run.tally());
            }
        }
        assertThat(tally.counts()).as("what the runs have tried").containsOnlyKeys(Tally.Deed.values());
    }

    private static void play(RecoveryRun run, Order order, long seed) {
        try {
            run.play();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "%s with -Dpostroad.model.seed=%d -Dpostroad.model.runs=1: %s%n%s"
                            .formatted(order, seed, run, run.trace()),
                    e);
        }
    }
}
