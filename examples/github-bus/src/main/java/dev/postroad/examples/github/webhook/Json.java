package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Timestamp;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads what GitHub writes. What is null, empty or left out is absent. */
final class Json {
    private Json() {}

    static Optional<String> text(JsonNode value) {
        return value.isTextual() && !value.asText().isEmpty() ? Optional.of(value.asText()) : Optional.empty();
    }

    /**
     * A time, written in ISO 8601 with an offset, such as {@code 2021-03-30T19:17:18.000-04:00}.
     *
     * @throws java.time.format.DateTimeParseException if the text is no time
     */
    static Optional<Timestamp> time(JsonNode value) {
        return text(value)
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .map(instant -> Timestamp.newBuilder()
                        .setSeconds(instant.getEpochSecond())
                        .setNanos(instant.getNano())
                        .build());
    }

    /** The constant named by a word, such as {@code ACTION_OPENED} by {@code opened}; the first one if none is. */
    static <E extends Enum<E>> E constant(Class<E> type, String prefix, JsonNode word) {
        var name = prefix + word.asText().toUpperCase(Locale.ROOT);
        var constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(constants[0]);
    }

    static <T> Optional<T> object(JsonNode value, Function<JsonNode, T> mapping) {
        return value.isObject() ? Optional.of(mapping.apply(value)) : Optional.empty();
    }

    static <T> List<T> list(JsonNode values, Function<JsonNode, T> mapping) {
        return StreamSupport.stream(values.spliterator(), false).map(mapping).toList();
    }
}
