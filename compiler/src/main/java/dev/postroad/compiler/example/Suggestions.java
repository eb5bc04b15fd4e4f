package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.SourceLines;
import java.util.List;
import java.util.regex.Pattern;

/** Values that a field's comment gives: {@code such as `q-a`}. */
final class Suggestions {
    private static final Pattern SUGGESTION = Pattern.compile("(?:such as|for example|e\\.g\\.,?)\\s+`([^`\\s]+)`");

    private Suggestions() {}

    static List<String> of(FieldDescriptor field) {
        var file = field.getFile();
        if (field.isExtension() || file.toProto().getSourceCodeInfo().getLocationCount() == 0) {
            return List.of();
        }
        var comment = new SourceLines(new SourceFile(file.getName(), file, List.of())).comment(field);
        return SUGGESTION
                .matcher(comment)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
