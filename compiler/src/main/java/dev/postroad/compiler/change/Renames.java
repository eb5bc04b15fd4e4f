package dev.postroad.compiler.change;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.shape.Change;
import dev.postroad.compiler.shape.ShapeRules;
import dev.postroad.compiler.shape.TypePair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Types whose full name has changed, each traced to its cause: a package, an outer type, or the type itself. */
final class Renames {
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> topics = new LinkedHashMap<>();

    void add(TypePair pair, SortedSet<String> reachedBy) {
        var before = pair.before();
        var after = pair.after();
        if (before.getFullName().equals(after.getFullName()) || isMapEntry(before)) {
            return;
        }
        var outerBefore = outer(before);
        var outerAfter = outer(after);
        while (before.getName().equals(after.getName()) && outerBefore.isPresent() && outerAfter.isPresent()) {
            before = outerBefore.get();
            after = outerAfter.get();
            outerBefore = outer(before);
            outerAfter = outer(after);
        }
        var isPackage = before.getName().equals(after.getName()) && outerBefore.isEmpty() && outerAfter.isEmpty();
        var change = isPackage ? ofPackage(before, after) : ofType(before, after);
        var key = change.rule() + " " + change.subject() + " " + change.message();
        changes.putIfAbsent(key, change);
        topics.computeIfAbsent(key, unused -> new TreeSet<>()).addAll(reachedBy);
    }

    /** Hands over each cause, with the topics that it concerns. */
    void forEach(BiConsumer<Change, SortedSet<String>> receiver) {
        changes.forEach((key, change) -> receiver.accept(change, topics.getOrDefault(key, new TreeSet<>())));
    }

    private static boolean isMapEntry(GenericDescriptor type) {
        return type instanceof Descriptor message && message.getOptions().getMapEntry();
    }

    private static Optional<GenericDescriptor> outer(GenericDescriptor type) {
        return Optional.ofNullable(
                type instanceof Descriptor message
                        ? message.getContainingType()
                        : ((EnumDescriptor) type).getContainingType());
    }

    private static Change ofPackage(GenericDescriptor before, GenericDescriptor after) {
        var old = before.getFile().getPackage();
        return new Change(
                TopicChangeRules.PACKAGE_RENAMED,
                after,
                Optional.of(before),
                old,
                "package '%s' is called '%s'".formatted(old, after.getFile().getPackage()),
                "keep the package; a new major version of the topic can have a new one",
                List.of(Breakage.JSON_READERS, Breakage.SOURCE_CODE));
    }

    private static Change ofType(GenericDescriptor before, GenericDescriptor after) {
        return new Change(
                ShapeRules.MESSAGE_RENAMED,
                after,
                Optional.of(before),
                before.getFullName(),
                "'%s' is called '%s'".formatted(before.getFullName(), after.getFullName()),
                "keep the name; a new major version of the topic can have a new one",
                List.of(Breakage.JSON_READERS, Breakage.SOURCE_CODE));
    }
}
