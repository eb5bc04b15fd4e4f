package dev.postroad.cli.deadletter;

import dev.postroad.client.deadletter.DeadLetter;

/** Why a record was given up, as one line. */
final class Reasons {
    private static final String UNKNOWN = "no reason given";

    private Reasons() {}

    /** The exception with its package, and its message. */
    static String whole(DeadLetter letter) {
        var exception = letter.exception().orElse("");
        var message = letter.reason().orElse("");
        if (exception.isEmpty()) {
            return message.isEmpty() ? UNKNOWN : message;
        }
        return message.isEmpty() ? exception : exception + ": " + message;
    }

    /** The exception without its package, and its message up to the end of its first line. */
    static String brief(DeadLetter letter) {
        return whole(letter).lines().findFirst().orElse(UNKNOWN).replaceFirst("^(?:\\w+\\.)+(?=\\w)", "");
    }
}
