package dev.postroad.compiler.proto;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.finding.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** Turns what protoc prints into findings. */
final class ProtocOutput {
    private static final Pattern WITH_LINE =
            Pattern.compile("(?<file>[^:]+\\.proto):(?<line>\\d+):(?<column>\\d+): (?<warning>warning: )?(?<text>.*)");
    private static final Pattern WITHOUT_LINE = Pattern.compile("(?<file>[^:]+\\.proto): (?<text>.*)");

    /** After this protoc breaks off, and what else it prints is about itself. */
    private static final Pattern BROKEN_OFF =
            Pattern.compile("String field '(?<field>[^']+)' contains invalid UTF-8 data");

    private ProtocOutput() {}

    static List<Finding> findings(List<String> output, String shownAs) {
        var brokenOff = BROKEN_OFF.matcher(String.join("\n", output));
        if (brokenOff.find()) {
            return List.of(notUtf8(brokenOff.group("field"), shownAs));
        }
        return output.stream()
                .filter(line -> !line.isBlank())
                .map(line -> finding(line, shownAs))
                .distinct()
                .toList();
    }

    private static Finding notUtf8(String field, String shownAs) {
        return ProtoRules.ERROR.at(
                Place.of(shownAs),
                field,
                "an option sets %s to bytes that are no UTF-8 text".formatted(field),
                "look for an escape such as \\xff in an option, and write the character itself");
    }

    private static Finding finding(String line, String shownAs) {
        var located = WITH_LINE.matcher(line);
        if (located.matches()) {
            var place = new Place(shownAs + located.group("file"), Integer.parseInt(located.group("line")));
            var rule = located.group("warning") == null ? ProtoRules.ERROR : ProtoRules.WARNING;
            return finding(rule, place, located.group("file"), located.group("text"));
        }
        var unlocated = WITHOUT_LINE.matcher(line);
        if (unlocated.matches()) {
            var file = unlocated.group("file");
            return finding(ProtoRules.ERROR, Place.of(shownAs + file), file, unlocated.group("text"));
        }
        return finding(ProtoRules.ERROR, Place.of(shownAs), "protoc", line);
    }

    private static Finding finding(Rule rule, Place place, String subject, String text) {
        if (text.contains("Option \"(postroad.topic)\" was already set")) {
            return ProtoRules.TWO_TOPICS.at(
                    place,
                    subject,
                    "the message has two topics, and a message type lives on exactly one",
                    "keep one (postroad.topic); give the other topic a message of its own");
        }
        var sentence = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        var fix = rule == ProtoRules.ERROR ? "mend the .proto file" : "tidy the .proto file";
        return rule.at(place, subject, sentence, fix);
    }
}
