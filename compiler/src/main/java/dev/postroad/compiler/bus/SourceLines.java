package dev.postroad.compiler.bus;

import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.contract.language.ContractLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the lines of a file where its elements stand, from protoc's source information. */
final class SourceLines {
    private final SourceFile file;

    SourceLines(SourceFile file) {
        this.file = file;
    }

    /** Where a message begins. */
    Place message(Descriptor message) {
        return location(path(message)).map(this::begin).orElseGet(() -> Place.of(file.shown()));
    }

    /** Where a message's topic option stands, or the part of it that sets a given option. */
    Place topicOption(Descriptor message, String option) {
        var path = new ArrayList<>(path(message));
        path.add(7);
        path.add(ContractLanguage.topic.getNumber());
        return locations(path)
                .flatMap(location -> option.isEmpty() ? Optional.of(begin(location)) : part(location, option))
                .orElseGet(() -> message(message));
    }

    /** Protoc gives one span for an option and all its parts; the part's own line is found in the text. */
    private Optional<Place> part(Location option, String part) {
        var assignment = Pattern.compile("\\b" + Pattern.quote(part) + "\\s*[:=]");
        var first = option.getSpan(0);
        var last = option.getSpanCount() == 4 ? option.getSpan(2) : first;
        for (var line = first; line <= last && line < file.lines().size(); line++) {
            if (assignment.matcher(file.lines().get(line)).find()) {
                return Optional.of(new Place(file.shown(), line + 1));
            }
        }
        return Optional.of(begin(option));
    }

    private Place begin(Location location) {
        return new Place(file.shown(), location.getSpan(0) + 1);
    }

    private Optional<Location> location(List<Integer> path) {
        return all().stream()
                .filter(location -> location.getPathList().equals(path))
                .findFirst();
    }

    /** An option written as {@code (postroad.topic).name = …} has a longer path than one written with braces. */
    private Optional<Location> locations(List<Integer> path) {
        return all().stream()
                .filter(location -> location.getPathCount() >= path.size()
                        && location.getPathList().subList(0, path.size()).equals(path))
                .findFirst();
    }

    private List<Location> all() {
        return file.descriptor().toProto().getSourceCodeInfo().getLocationList();
    }

    private static List<Integer> path(Descriptor message) {
        var path = new ArrayList<Integer>();
        var parent = message.getContainingType();
        if (parent != null) {
            path.addAll(path(parent));
        }
        path.add(parent == null ? 4 : 3);
        path.add(message.getIndex());
        return path;
    }
}
