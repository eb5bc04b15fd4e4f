package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Mends a message that breaks rules, by changing one or two of its fields at a time: a descent to ever fewer
 * violations, bounded by the number of checks. Fields that the rules mention are changed first. Used once, by one
 * thread.
 */
final class Repair {
    private static final int CHECKS = 6_000;
    private static final String EVALUATION_ERROR = "evaluation-error";

    /** A rule that cannot be evaluated hides all others. */
    private static final int HIDDEN = 1_000;

    private final Check<Message> check;
    private final MessageMaker maker;
    private int left = CHECKS;

    Repair(Check<Message> check, MessageMaker maker) {
        this.check = check;
        this.maker = maker;
    }

    /** The message itself if it is valid; else the best that was found. */
    DynamicMessage repaired(DynamicMessage message) {
        var best = message;
        var broken = broken(best);
        var isBetter = true;
        while (broken > 0 && isBetter && left > 0) {
            var next = better(best, broken);
            isBetter = next != best;
            best = next;
            broken = isBetter ? broken(best) : broken;
        }
        return best;
    }

    private DynamicMessage better(DynamicMessage message, int broken) {
        var moves = new Moves(message.getDescriptorForType(), maker);
        var mentioned = moves.mentioned(message, namesIn(check.violations(message)));
        var single = one(message, broken, mentioned);
        if (single != message) {
            return single;
        }
        var pair = two(message, broken, mentioned);
        return pair != message ? pair : one(message, broken, moves.all(message));
    }

    private DynamicMessage one(DynamicMessage message, int broken, List<Move> moves) {
        var best = message;
        var fewest = broken;
        for (var move : moves) {
            var changed = move.apply(message);
            var count = left > 0 ? broken(changed) : fewest;
            if (count < fewest) {
                best = changed;
                fewest = count;
            }
            if (fewest == 0) {
                break;
            }
        }
        return best;
    }

    private DynamicMessage two(DynamicMessage message, int broken, List<Move> moves) {
        for (var first = 0; first < moves.size() && left > 0; first++) {
            var path = moves.get(first).path();
            var others = moves.subList(first + 1, moves.size()).stream()
                    .filter(move -> !move.path().equals(path))
                    .toList();
            var changed = moves.get(first).apply(message);
            var best = one(changed, broken, others);
            if (best != changed) {
                return best;
            }
        }
        return message;
    }

    private int broken(DynamicMessage message) {
        left--;
        return check.violations(message).stream()
                .mapToInt(violation -> violation.rule().equals(EVALUATION_ERROR) ? HIDDEN : 1)
                .sum();
    }

    private static List<String> namesIn(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field().replaceFirst("[.\\[].*", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * A change of one field.
     *
     * @param path from the message to the field, through messages that it holds
     * @param values its values after the change; none to clear it
     */
    record Move(List<FieldDescriptor> path, List<Object> values) {
        DynamicMessage apply(DynamicMessage message) {
            return apply(message, path);
        }

        private DynamicMessage apply(DynamicMessage message, List<FieldDescriptor> way) {
            var field = way.get(0);
            var builder = message.toBuilder();
            if (way.size() > 1) {
                var inner = (DynamicMessage) message.getField(field);
                return builder.setField(field, apply(inner, way.subList(1, way.size())))
                        .buildPartial();
            }
            if (field.isRepeated()) {
                return builder.setField(field, new ArrayList<>(values)).buildPartial();
            }
            builder.clearField(field);
            values.forEach(value -> builder.setField(field, value));
            return builder.buildPartial();
        }
    }
}
