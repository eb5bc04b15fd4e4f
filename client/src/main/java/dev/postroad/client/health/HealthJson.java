package dev.postroad.client.health;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Health as JSON. */
final class HealthJson {
    private HealthJson() {}

    /** The verdicts of the groups, each with its reason. */
    static String summary(Health health, boolean isGood) {
        return object(List.of(
                        field("ok", Boolean.toString(isGood)),
                        field(
                                "groups",
                                array(health.groups().stream()
                                        .map(group -> object(List.of(
                                                field("group", text(group.group())),
                                                field(
                                                        "verdict",
                                                        text(group.verdict().name())),
                                                field("reason", text(group.reason())))))
                                        .toList()))))
                + "\n";
    }

    /** All that is known of each partition. */
    static String lanes(Health health) {
        return object(List.of(field(
                        "groups",
                        array(health.groups().stream().map(HealthJson::group).toList()))))
                + "\n";
    }

    private static String group(GroupHealth group) {
        return object(List.of(
                field("group", text(group.group())),
                field("verdict", text(group.verdict().name())),
                field("reason", text(group.reason())),
                field("joined", Boolean.toString(group.hasJoined())),
                field(
                        "partitions",
                        array(group.partitions().stream()
                                .map(HealthJson::partition)
                                .toList()))));
    }

    private static String partition(PartitionHealth partition) {
        return object(List.of(
                field("topic", text(partition.topic())),
                field("partition", Integer.toString(partition.partition())),
                field("verdict", text(partition.verdict().name())),
                field("reason", text(partition.reason())),
                field("waitingFor", number(partition.waitingFor())),
                field("attempts", Integer.toString(partition.attempts())),
                field(
                        "inHandlerSeconds",
                        partition.inHandler().map(HealthJson::seconds).orElse("null")),
                field("inFlight", Integer.toString(partition.inFlight())),
                field("bytes", Long.toString(partition.bytes())),
                field("full", Boolean.toString(partition.isFull())),
                field("committed", number(partition.committed())),
                field("sinceMovedSeconds", seconds(partition.sinceMoved())),
                field(
                        "stack",
                        array(partition.stack().stream()
                                .map(StackTraceElement::toString)
                                .map(HealthJson::text)
                                .toList()))));
    }

    private static String field(String name, String json) {
        return text(name) + ":" + json;
    }

    private static String object(List<String> fields) {
        return fields.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(List<String> items) {
        return items.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "null";
    }

    private static String seconds(Duration duration) {
        return Double.toString(duration.toMillis() / 1000.0);
    }

    /** A string by RFC 8259, section 7. */
    private static String text(String text) {
        var json = new StringBuilder("\"");
        for (var each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                json.append('\\').append(each);
            } else if (each < ' ') {
                json.append("\\u%04x".formatted((int) each));
            } else {
                json.append(each);
            }
        }
        return json.append('"').toString();
    }
}
