package dev.postroad.compiler.shape;

import build.buf.validate.OneofRules;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.limit.Constraints;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the oneofs of two versions of a message. Used once. */
final class OneofComparison {
    private final Descriptor before;
    private final Descriptor after;
    private final Map<FieldDescriptor, FieldDescriptor> kept;
    private final Map<OneofDescriptor, OneofDescriptor> successors = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * Creates the comparison.
     *
     * @param kept the fields that both versions have
     */
    OneofComparison(Descriptor before, Descriptor after, Map<FieldDescriptor, FieldDescriptor> kept) {
        this.before = before;
        this.after = after;
        this.kept = kept;
    }

    List<Change> changes() {
        if (before.getRealOneofs().isEmpty() && after.getRealOneofs().isEmpty()) {
            return changes;
        }
        before.getRealOneofs().forEach(oneof -> findSuccessor(oneof).ifPresent(fresh -> successors.put(oneof, fresh)));
        before.getRealOneofs().forEach(this::old);
        after.getRealOneofs().stream()
                .filter(oneof -> !successors.containsValue(oneof))
                .forEach(oneof -> constraints(oneof, OneofRules.getDefaultInstance(), oneof));
        kept.forEach((field, fresh) -> {
            if (field.getRealContainingOneof() == null && fresh.getRealContainingOneof() != null) {
                moved(field, fresh, Breakage.STORED_MESSAGES, Breakage.OLD_PRODUCERS, Breakage.SOURCE_CODE);
            }
        });
        return changes;
    }

    private void old(OneofDescriptor oneof) {
        var successor = successor(oneof);
        successor.ifPresent(fresh -> {
            if (!fresh.getName().equals(oneof.getName())) {
                renamed(oneof, fresh);
            }
            constraints(oneof, rules(oneof), fresh);
        });
        var strays = fields(oneof).entrySet().stream()
                .filter(field -> successor.isEmpty()
                        || !successor.get().equals(field.getValue().getRealContainingOneof()))
                .toList();
        var isDissolved = successor.isEmpty()
                && strays.stream().allMatch(field -> field.getValue().getRealContainingOneof() == null);
        if (isDissolved && !strays.isEmpty()) {
            dissolved(
                    oneof,
                    strays.stream().map(field -> field.getKey().getName()).collect(Collectors.joining(", ")));
        } else {
            strays.forEach(field -> stray(field.getKey(), field.getValue()));
        }
    }

    /** The fields of an old oneof that are still there. */
    private Map<FieldDescriptor, FieldDescriptor> fields(OneofDescriptor oneof) {
        return kept.entrySet().stream()
                .filter(field -> oneof.equals(field.getKey().getRealContainingOneof()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private Optional<OneofDescriptor> successor(OneofDescriptor oneof) {
        return Optional.ofNullable(successors.get(oneof));
    }

    /** The oneof of the same name, or a new one that holds all that is left of the old and follows no other. */
    private Optional<OneofDescriptor> findSuccessor(OneofDescriptor oneof) {
        return named(after, oneof.getName()).or(() -> {
            var homes = fields(oneof).values().stream()
                    .map(field -> Optional.ofNullable(field.getRealContainingOneof()))
                    .distinct()
                    .toList();
            return homes.size() == 1
                    ? homes.get(0)
                            .filter(home -> named(before, home.getName()).isEmpty())
                            .filter(home -> !successors.containsValue(home))
                    : Optional.empty();
        });
    }

    private static Optional<OneofDescriptor> named(Descriptor message, String name) {
        return message.getRealOneofs().stream()
                .filter(oneof -> oneof.getName().equals(name))
                .findFirst();
    }

    private void renamed(OneofDescriptor oneof, OneofDescriptor fresh) {
        changes.add(Change.of(
                ShapeRules.ONEOF_RENAMED,
                oneof,
                fresh,
                "oneof '%s' is called '%s'".formatted(oneof.getName(), fresh.getName()),
                "keep the name",
                Breakage.SOURCE_CODE));
    }

    private void dissolved(OneofDescriptor oneof, String fields) {
        changes.add(Change.of(
                ShapeRules.ONEOF_DELETED,
                oneof,
                after,
                "oneof '%s' is gone, and %s can be set together".formatted(oneof.getName(), fields),
                "keep the oneof; fields that are to be set together get new numbers and names outside of it",
                Breakage.OLD_CONSUMERS,
                Breakage.SOURCE_CODE));
    }

    private void stray(FieldDescriptor field, FieldDescriptor fresh) {
        if (fresh.getRealContainingOneof() == null) {
            moved(field, fresh, Breakage.OLD_CONSUMERS, Breakage.SOURCE_CODE);
        } else {
            moved(
                    field,
                    fresh,
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.OLD_CONSUMERS,
                    Breakage.SOURCE_CODE);
        }
    }

    private void moved(FieldDescriptor field, FieldDescriptor fresh, Breakage... breaks) {
        changes.add(Change.of(
                ShapeRules.ONEOF_CHANGED,
                field,
                fresh,
                "field '%s' was %s and is %s"
                        .formatted(
                                field.getName(),
                                home(field.getRealContainingOneof()),
                                home(fresh.getRealContainingOneof())),
                "leave it where it was; add a field with a new number and name where it is wanted",
                breaks));
    }

    private static String home(@Nullable OneofDescriptor oneof) {
        return oneof == null ? "outside of a oneof" : "in oneof '%s'".formatted(oneof.getName());
    }

    private void constraints(OneofDescriptor oneof, OneofRules old, OneofDescriptor fresh) {
        ConstraintChanges.of(oneof, fresh, Constraints.ofOneof(old, rules(fresh)), changes);
    }

    private static OneofRules rules(OneofDescriptor oneof) {
        return ValidationRules.of(oneof);
    }
}
