package dev.postroad.contract.language;

import java.util.stream.Collectors;

/** What a comment of a contract says to its reader. */
public final class Documentation {
    private static final String ALLOWANCE = "postroad:allow";

    private Documentation() {}

    /** A comment as protoc hands it on, without the lines that speak to the check alone, and without outer blanks. */
    public static String of(String comment) {
        return comment.lines()
                .filter(line -> !line.strip().startsWith(ALLOWANCE))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
