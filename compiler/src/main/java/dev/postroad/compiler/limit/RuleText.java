package dev.postroad.compiler.limit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** A rule's value as a sentence shows it. */
final class RuleText {
    private static final int LONGEST = 160;

    private RuleText() {}

    static String of(Object value) {
        var text = whole(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String whole(Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(RuleText::whole).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
        if (value instanceof ByteString bytes) {
            return '"' + TextFormat.escapeBytes(bytes) + '"';
        }
        if (value instanceof Timestamp timestamp) {
            return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
                    .toString();
        }
        if (value instanceof Duration duration) {
            return java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos())
                    .toString();
        }
        if (value instanceof Message message) {
            return "{ " + TextFormat.printer().emittingSingleLine(true).printToString(message) + " }";
        }
        return value.toString();
    }
}
