package dev.postroad.compiler.change;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.SourceLines;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds elements of either side in their files; a file's lines are indexed when the first of them is asked for. */
final class Places {
    private final Map<FileDescriptor, SourceFile> files = new HashMap<>();
    private final Map<FileDescriptor, SourceLines> lines = new HashMap<>();

    Places(Collection<SourceFile> before, Collection<SourceFile> after) {
        before.forEach(file -> files.put(file.descriptor(), file));
        after.forEach(file -> files.put(file.descriptor(), file));
    }

    Place of(GenericDescriptor element) {
        return lines(element)
                .map(found -> found.of(element))
                .orElseGet(() -> Place.of(element.getFile().getName()));
    }

    Place ofTopicOption(Descriptor message, String option) {
        return lines(message).map(found -> found.topicOption(message, option)).orElseGet(() -> of(message));
    }

    private Optional<SourceLines> lines(GenericDescriptor element) {
        return Optional.ofNullable(files.get(element.getFile()))
                .map(file -> lines.computeIfAbsent(element.getFile(), key -> new SourceLines(file)));
    }
}
