package dev.postroad.broker.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.UUID;

/**
 * Names that belong to one test: those of a test method {@code usesBroker} start with {@code t3f9a0c71} and
 * {@code uses-broker}, where the first is a digest of JUnit's id for the test and the same in each run.
 *
 * <p>Asked for as a parameter of a constructor or of a method for all tests of a class, they belong to the class.
 */
public final class UniqueNames {
    private static final int DIGEST_LENGTH = 8;

    private final String domain;
    private final String entity;

    UniqueNames(String testId, String subject) {
        var digest = UUID.nameUUIDFromBytes(testId.getBytes(UTF_8)).toString();
        domain = 't' + digest.substring(0, DIGEST_LENGTH);
        entity = words(subject);
    }

    /** The topic of the test, such as {@code t3f9a0c71.uses-broker.v1}; the same at each call. */
    public String topic() {
        return topic(entity);
    }

    /** One more topic of the test, such as {@code t3f9a0c71.refunds.v1}; the same for the same entity. */
    public String topic(String entity) {
        return "%s.%s.v1".formatted(domain, entity);
    }

    /** The consumer group of the test, such as {@code t3f9a0c71-uses-broker}; the same at each call. */
    public String group() {
        return domain + '-' + entity;
    }

    /** One more consumer group of the test, such as {@code t3f9a0c71-uses-broker.audit}. */
    public String group(String subscription) {
        return group() + '.' + subscription;
    }

    /** What a topic's name may hold of a method's name. */
    private static String words(String camelCase) {
        var words = camelCase
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[^a-z]+|-$", "");
        return words.isEmpty() ? "test" : words;
    }
}
