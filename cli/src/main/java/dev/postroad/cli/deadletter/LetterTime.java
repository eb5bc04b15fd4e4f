package dev.postroad.cli.deadletter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as these commands print them: in the machine's time zone. */
final class LetterTime {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private LetterTime() {}

    static String of(Instant instant) {
        return TIME.format(instant);
    }
}
