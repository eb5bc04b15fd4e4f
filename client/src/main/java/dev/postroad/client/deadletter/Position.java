package dev.postroad.client.deadletter;

import java.util.regex.Pattern;

/**
 * A place in a topic, written {@code <partition>@<offset>}.
 *
 * @param partition counted from 0
 * @param offset in the partition
 */
public record Position(int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})@(\\d{1,18})");

    /**
     * The position that a user wrote.
     *
     * @throws IllegalArgumentException with the form that is expected
     */
    public static Position parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no position; write it as <partition>@<offset>, such as 0@17".formatted(text));
        }
        return new Position(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
