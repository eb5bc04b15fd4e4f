package dev.postroad.client.publish;

import dev.postroad.client.retry.TrailHeaders;
import dev.postroad.contract.version.ContractVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/**
 * What goes with a message beside the message.
 *
 * @param headers in their order
 * @param timestamp of the record; the time of the call if there is none
 */
public record PublishOptions(List<Header> headers, Optional<Instant> timestamp) {
    private static final PublishOptions NONE = new PublishOptions(List.of(), Optional.empty());

    public PublishOptions {
        headers = List.copyOf(headers);
        for (var header : headers) {
            if (header.key().isEmpty()
                    || header.key().equals(ContractVersion.HEADER)
                    || header.key().startsWith(TrailHeaders.PREFIX)) {
                throw new IllegalArgumentException(
                        "header '%s' is not for services to write; choose another name".formatted(header.key()));
            }
        }
        timestamp.ifPresent(PublishOptions::requireTime);
    }

    private static void requireTime(Instant timestamp) {
        if (timestamp.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException(
                    "a record cannot have the timestamp %s; Kafka's begin in 1970".formatted(timestamp));
        }
    }

    /** Nothing. */
    public static PublishOptions none() {
        return NONE;
    }

    /**
     * These options with a header more, whose value is text in UTF-8.
     *
     * @throws IllegalArgumentException if the header is one that Postroad writes
     */
    public PublishOptions withHeader(String name, String value) {
        return withHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * These options with a header more.
     *
     * @throws IllegalArgumentException if the header is one that Postroad writes
     */
    public PublishOptions withHeader(String name, byte[] value) {
        var all = new ArrayList<>(headers);
        all.add(new GivenHeader(name, value.clone()));
        return new PublishOptions(all, timestamp);
    }

    /**
     * These options with a timestamp: when what the message tells of has happened, rather than when it is sent.
     *
     * @throws IllegalArgumentException if it is before 1970
     */
    public PublishOptions at(Instant when) {
        return new PublishOptions(headers, Optional.of(when));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record GivenHeader(String key, byte[] value) implements Header {}
}
