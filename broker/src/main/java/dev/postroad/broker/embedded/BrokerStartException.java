package dev.postroad.broker.embedded;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/** An embedded broker could not be started; the message names what stood in the way, and the way out. */
public final class BrokerStartException extends RuntimeException {
    /** Kafka has no type for it: the first is said of its bootstrap file, the second of the metadata log. */
    private static final Pattern UNKNOWN_METADATA_VERSION =
            Pattern.compile("No MetadataVersion with feature level|'metadata.version'.* only supports versions");

    /** A message that is a whole sentence: what stood in the way, and the way out. */
    public BrokerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What Kafka, or the steps before it, threw at the start of the broker in the directory. */
    static BrokerStartException of(Path directory, Throwable thrown) {
        if (isOfNewerKafka(thrown)) {
            return new BrokerStartException(
                    "directory %s holds data of a newer Kafka than %s; start it with the release that wrote it, or choose another directory"
                            .formatted(directory, AppInfoParser.getVersion()),
                    thrown);
        }
        if (thrown instanceof BrokerStartException told) {
            return told;
        }
        if (thrown instanceof ConfigException setting) {
            return new BrokerStartException("Kafka refuses a broker setting: " + setting.getMessage(), setting);
        }
        return new BrokerStartException(
                "the broker on %s could not start: %s".formatted(directory, thrown.getMessage()), thrown);
    }

    private static boolean isOfNewerKafka(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .map(cause -> Objects.requireNonNullElse(cause.getMessage(), ""))
                .anyMatch(message -> UNKNOWN_METADATA_VERSION.matcher(message).find());
    }
}
