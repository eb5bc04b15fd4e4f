package dev.postroad.examples.github.feed;

import java.time.Duration;
import java.util.List;

/**
 * What the feed was asked to do.
 *
 * @param once every payload exactly once, without a pause; otherwise round after round
 * @param rate payloads per second, from 1 to 1000; of no meaning with {@code once}
 */
record FeedOptions(boolean once, int rate) {
    static final String USAGE = "usage: feed [--once | --rate <payloads per second, 1 to 1000>]";

    private static final int GENTLE = 20;

    FeedOptions {
        if (rate < 1 || rate > 1000) {
            throw new IllegalArgumentException("--rate %d is not between 1 and 1000; %s".formatted(rate, USAGE));
        }
    }

    /**
     * The options of a command line.
     *
     * @throws IllegalArgumentException with the usage
     */
    static FeedOptions parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new FeedOptions(false, GENTLE);
        }
        if (arguments.equals(List.of("--once"))) {
            return new FeedOptions(true, GENTLE);
        }
        if (arguments.size() == 2 && arguments.get(0).equals("--rate")) {
            return new FeedOptions(false, number(arguments.get(1)));
        }
        throw new IllegalArgumentException(
                "cannot make sense of '%s'; %s".formatted(String.join(" ", arguments), USAGE));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--rate '%s' is not a whole number; %s".formatted(text, USAGE), e);
        }
    }

    /** The time from one payload to the next. */
    Duration pause() {
        return Duration.ofSeconds(1).dividedBy(rate);
    }
}
