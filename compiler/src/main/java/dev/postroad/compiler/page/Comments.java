package dev.postroad.compiler.page;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.SourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comments of elements, whichever file they stand in. Used by one thread. */
final class Comments {
    private final Map<FileDescriptor, SourceLines> lines = new HashMap<>();

    String of(GenericDescriptor element) {
        return lines.computeIfAbsent(
                        element.getFile(), file -> new SourceLines(new SourceFile(file.getName(), file, List.of())))
                .comment(element);
    }
}
