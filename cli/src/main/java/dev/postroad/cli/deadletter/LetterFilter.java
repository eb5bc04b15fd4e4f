package dev.postroad.cli.deadletter;

import dev.postroad.client.deadletter.DeadLetter;
import dev.postroad.client.deadletter.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant: those that all the options take. */
final class LetterFilter {
    @Option(
            names = "--at",
            paramLabel = "PARTITION@OFFSET",
            converter = PositionConverter.class,
            description = "Only the one there, as `dlt list` shows it; may be repeated.")
    private List<Position> positions = new ArrayList<>();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Only those with this text, in large or small letters, in the exception or its message.")
    private @Nullable String reason;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = AgeConverter.class,
            description = "Only those given up within this time, such as 30m, 12h or 7d.")
    private @Nullable Duration since;

    /** Whether any option was given. */
    boolean isGiven() {
        return !positions.isEmpty() || reason != null || since != null;
    }

    Predicate<DeadLetter> predicate(Instant now) {
        return letter -> isAtOne(letter) && hasReason(letter) && isYoung(letter, now);
    }

    private boolean isAtOne(DeadLetter letter) {
        return positions.isEmpty() || positions.contains(letter.position());
    }

    private boolean hasReason(DeadLetter letter) {
        return reason == null || lower(Reasons.whole(letter)).contains(lower(reason));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private boolean isYoung(DeadLetter letter, Instant now) {
        return since == null || !letter.at().isBefore(now.minus(since));
    }
}
