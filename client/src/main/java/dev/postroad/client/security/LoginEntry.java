package dev.postroad.client.security;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An entry of a JAAS configuration, as {@code sasl.jaas.config} takes it. */
record LoginEntry(String module, Map<String, String> options) {
    /** The entry as Kafka reads it, which takes escapes within quotation marks as Java does, and no line ends. */
    String text() {
        return new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> " %s=\"%s\"".formatted(option.getKey(), quoted(option.getValue())))
                        .collect(Collectors.joining("", module + " required", ";"));
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** The module; a password may be among the options. */
    @Override
    public String toString() {
        return module;
    }
}
