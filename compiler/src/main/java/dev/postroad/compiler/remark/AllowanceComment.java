package dev.postroad.compiler.remark;

import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code postroad:allow} comment as it is written, right or wrong.
 *
 * @param place where it stands
 * @param rule the word behind {@code postroad:allow}; empty if there is none
 * @param reason what follows; empty if nothing does
 * @param target the line of code that it concerns; 0 if it stands above none
 * @param wholeFile whether it concerns the whole file, because it stands above or on the first line of code
 */
record AllowanceComment(Place place, String rule, String reason, int target, boolean wholeFile) {
    private static final Pattern FORM =
            Pattern.compile("\\s*postroad:allow(?:\\s+(?<rule>\\S+)(?:\\s+(?<reason>.*))?)?\\s*");

    static List<AllowanceComment> in(SourceFile file) {
        var lines = CommentLine.of(file.lines());
        var firstCode = IntStream.range(0, lines.size())
                .filter(index -> lines.get(index).hasCode())
                .findFirst()
                .orElse(lines.size());
        var result = new ArrayList<AllowanceComment>();
        for (var index = 0; index < lines.size(); index++) {
            var form = FORM.matcher(lines.get(index).comment());
            if (form.matches()) {
                var place = new Place(file.shown(), index + 1);
                result.add(new AllowanceComment(
                        place,
                        text(form.group("rule")),
                        text(form.group("reason")),
                        target(lines, index),
                        index <= firstCode));
            }
        }
        return result;
    }

    boolean allows(Remark remark) {
        return remark.finding().rule().id().equals(rule) && (wholeFile || remark.concerns(target));
    }

    private static int target(List<CommentLine> lines, int comment) {
        var index = comment;
        while (index < lines.size() && !lines.get(index).hasCode()) {
            if (lines.get(index).isBlank()) {
                return 0;
            }
            index++;
        }
        return index == lines.size() ? 0 : index + 1;
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group.strip();
    }
}
