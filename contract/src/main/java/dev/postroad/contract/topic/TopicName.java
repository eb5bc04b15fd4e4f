package dev.postroad.contract.topic;

import java.util.regex.Pattern;

/**
 * A topic, named {@code <domain>.<entity>.v<major>}, such as {@code orders.order-placed.v1}.
 *
 * <p>Domain and entity are lower-case words joined by hyphens. A new major version is a new topic.
 */
public record TopicName(String domain, String entity, int major) {
    /** Kafka allows 249 characters; the rest is left to the topics derived from this one (retry, dead letter). */
    static final int MAX_LENGTH = 120;

    private static final String WORDS = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
    private static final Pattern WORDS_FORM = Pattern.compile(WORDS);
    private static final Pattern FORM = Pattern.compile("(" + WORDS + ")\\.(" + WORDS + ")\\.v([1-9][0-9]{0,4})");

    public TopicName {
        requireWords("domain", domain);
        requireWords("entity", entity);
        if (major < 1 || major > 99_999) {
            throw new IllegalArgumentException("major must be between 1 and 99999, got " + major);
        }
        var length = (domain + '.' + entity + ".v" + major).length();
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("topic name '%s.%s.v%d' has %d characters; at most %d are allowed"
                    .formatted(domain, entity, major, length, MAX_LENGTH));
        }
    }

    /**
     * The name that a user wrote.
     *
     * @throws IllegalArgumentException with the form that is expected
     */
    public static TopicName parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a topic name; expected <domain>.<entity>.v<major>, such as orders.order-placed.v1"
                            .formatted(text));
        }
        return new TopicName(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)));
    }

    /** Whether a text is made of lower-case words joined by hyphens. */
    static boolean isWords(String text) {
        return WORDS_FORM.matcher(text).matches();
    }

    static void requireWords(String part, String text) {
        if (!isWords(text)) {
            throw new IllegalArgumentException(
                    "%s '%s' is not made of lower-case words joined by hyphens".formatted(part, text));
        }
    }

    @Override
    public String toString() {
        return domain + '.' + entity + ".v" + major;
    }
}
