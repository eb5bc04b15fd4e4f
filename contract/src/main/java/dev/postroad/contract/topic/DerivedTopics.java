package dev.postroad.contract.topic;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The topics that one consumer group derives from a topic for the records that it could not handle. They carry the same
 * contract; no other group reads or writes them.
 *
 * @param topic Kafka's name of the topic that the group subscribes to
 * @param group the consumer group, as {@link GroupName} writes it
 */
public record DerivedTopics(String topic, String group) {
    /** How long records wait in the standard topics for delayed retries, in the order in which they pass them. */
    public static final List<Duration> STANDARD_DELAYS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** Kafka's limit for a topic's name. */
    private static final int MAX_LENGTH = 249;

    private static final Pattern GROUP_AND_END = Pattern.compile("[^.]+(?:\\.[^.]+)?\\.(?:dlt|retry\\.[1-9]\\d*[smh])");

    /** Whether a name is that of a topic which some group derives from the given one. */
    public static boolean isDerived(String topic, String name) {
        return name.startsWith(topic + '.')
                && GROUP_AND_END.matcher(name.substring(topic.length() + 1)).matches();
    }

    /**
     * The topic in which records wait for a delayed retry, {@code <topic>.<group>.retry.<delay>}.
     *
     * @param delay whole seconds, at least one; written in the largest unit that fits, such as {@code 10s} or
     *     {@code 1m}
     * @throws IllegalArgumentException if the delay is none, or the name longer than Kafka allows
     */
    public String retry(Duration delay) {
        if (delay.compareTo(Duration.ofSeconds(1)) < 0 || delay.getNano() != 0) {
            throw new IllegalArgumentException(
                    "a topic for retries cannot have the delay %s; it is given in whole seconds".formatted(delay));
        }
        return name("retry." + words(delay));
    }

    /**
     * The topic for records that are given up, {@code <topic>.<group>.dlt}.
     *
     * @throws IllegalArgumentException if the name is longer than Kafka allows
     */
    public String deadLetters() {
        return name("dlt");
    }

    /** The topic by which dead letters are given back to the group: that for the shortest standard delay. */
    public String replays() {
        return retry(STANDARD_DELAYS.get(0));
    }

    /** All topics that a group with the standard retries needs. */
    public List<String> standard() {
        return Stream.concat(STANDARD_DELAYS.stream().map(this::retry), Stream.of(deadLetters()))
                .toList();
    }

    private String name(String end) {
        var name = topic + '.' + group + '.' + end;
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "topic name '%s' has %d characters; Kafka allows %d, so give the group a shorter name"
                            .formatted(name, name.length(), MAX_LENGTH));
        }
        return name;
    }

    private static String words(Duration delay) {
        var seconds = delay.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
