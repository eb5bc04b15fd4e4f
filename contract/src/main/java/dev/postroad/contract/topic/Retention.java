package dev.postroad.contract.topic;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How long a topic keeps a record at least, written {@code 7d}, {@code 12h} or {@code 30m}: from 1 minute to 3650 days.
 */
public record Retention(Duration duration) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})([dhm])");
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** Seven days, as Kafka does by default. */
    public static final Retention STANDARD = new Retention(Duration.ofDays(7));

    public Retention {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("retention must be between 1m and 3650d, got " + duration);
        }
    }

    /**
     * The retention that a user wrote.
     *
     * @throws IllegalArgumentException with the form that is expected
     */
    public static Retention parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "retention '%s' is not a duration; write it as '7d', '12h' or '30m'".formatted(text));
        }
        var amount = Long.parseLong(parts.group(1));
        return new Retention(
                switch (parts.group(2)) {
                    case "d" -> Duration.ofDays(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofMinutes(amount);
                });
    }

    @Override
    public String toString() {
        var minutes = duration.toMinutes();
        if (minutes % 1440 == 0) {
            return minutes / 1440 + "d";
        }
        return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }
}
