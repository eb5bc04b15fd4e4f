package dev.postroad.examples.github.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.examples.github.v1.CheckRunChanged;
import dev.postroad.examples.github.v1.CodePushed;
import dev.postroad.examples.github.v1.ReleaseChanged;
import dev.postroad.examples.github.v1.StarChanged;
import dev.postroad.examples.github.v1.WorkflowRunChanged;
import dev.postroad.examples.github.webhook.RealWebhooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ActivityBoardTest {
    private final SetClock clock = new SetClock();
    private final ActivityBoard board = new ActivityBoard(clock);

    @Test
    void waitsForTheFirstEvent() {
        assertThat(board.line()).isEqualTo("waits for the first event");
    }

    @Test
    void givesPointsForPushesAndTheirCommits() {
        RealWebhooks.messages("push").map(CodePushed.class::cast).forEach(board::push);

        assertThat(board.line())
                .startsWith("7 events in 1 repository; 16 points in the last minute, busiest Codertocat/Hello-World;")
                .contains("7 pushes");
    }

    @Test
    void forgetsPointsAfterAMinute() {
        RealWebhooks.messages(ReleaseChanged.class, "published").forEach(board::release);
        clock.pass(Duration.ofSeconds(61));
        RealWebhooks.messages(ReleaseChanged.class, "created").forEach(board::release);

        assertThat(board.line())
                .startsWith("6 events in 1 repository; 3 points in the last minute")
                .contains("3 releases published");
    }

    @Test
    void saysHowManyBuildsSucceed() {
        RealWebhooks.messages(CheckRunChanged.class, "completed").forEach(board::checkRun);
        RealWebhooks.messages(WorkflowRunChanged.class, "completed").forEach(board::workflowRun);

        assertThat(board.line()).contains("80% of 5 builds succeeded");
    }

    @Test
    void subtractsStarsThatWereTakenBack() {
        RealWebhooks.messages(StarChanged.class, "created").forEach(board::star);
        RealWebhooks.messages(StarChanged.class, "deleted").forEach(board::star);

        assertThat(board.line()).endsWith("stars +1");
    }
}
