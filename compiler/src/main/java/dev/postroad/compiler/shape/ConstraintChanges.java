package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.limit.ConstraintDifference;
import dev.postroad.compiler.limit.Direction;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what differs between constraints into changes: one for each direction. */
final class ConstraintChanges {
    private ConstraintChanges() {}

    static void of(
            GenericDescriptor before,
            GenericDescriptor after,
            List<ConstraintDifference> differences,
            List<Change> changes) {
        if (differences.isEmpty()) {
            return;
        }
        for (var direction : Direction.values()) {
            var texts = differences.stream()
                    .filter(difference -> difference.direction() == direction)
                    .map(ConstraintDifference::text)
                    .collect(Collectors.joining("; "));
            if (!texts.isEmpty()) {
                changes.add(change(direction, before, after, texts));
            }
        }
    }

    private static Change change(Direction direction, GenericDescriptor before, GenericDescriptor after, String texts) {
        var name = before.getName();
        var rule = ConstraintChangeRules.of(direction);
        return switch (direction) {
            case TIGHTENED ->
                Change.of(
                        rule,
                        before,
                        after,
                        "'%s' accepts less: %s".formatted(name, texts),
                        "keep the old rule, and refuse in the publisher what is not wanted; or use a new major version of"
                                + " the topic",
                        Breakage.STORED_MESSAGES,
                        Breakage.OLD_PRODUCERS);
            case LOOSENED ->
                Change.of(
                        rule,
                        before,
                        after,
                        "'%s' accepts more: %s".formatted(name, texts),
                        "deploy the subscribers that can take the new values first",
                        Breakage.OLD_CONSUMERS);
            default ->
                Change.of(
                        rule,
                        before,
                        after,
                        direction == Direction.REPLACED
                                ? "'%s' accepts other values: %s".formatted(name, texts)
                                : "'%s' has a rule whose change cannot be decided: %s".formatted(name, texts),
                        "keep the old rule and add a wider or narrower one in a step of its own; or use a new major version"
                                + " of the topic",
                        Breakage.STORED_MESSAGES,
                        Breakage.OLD_PRODUCERS,
                        Breakage.OLD_CONSUMERS);
        };
    }
}
