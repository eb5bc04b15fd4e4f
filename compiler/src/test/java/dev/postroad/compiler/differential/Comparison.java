package dev.postroad.compiler.differential;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.UnknownFieldSet;
import dev.postroad.contract.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks two checks of one contract about messages.
 *
 * @param contract where the rules stand
 * @param library the check that is right
 * @param tested the check that must agree
 */
record Comparison(RandomContract contract, Check<Message> library, Check<Message> tested) {
    /**
     * How the checks differ on a message, or on the smallest part of it on which they do; empty if they agree.
     *
     * @param right the library's verdict on the message
     */
    Optional<String> difference(Message message, Verdict right) {
        return differ(message, right) ? Optional.of(report(shrunk(message))) : Optional.empty();
    }

    private boolean differ(Message message) {
        return differ(message, Verdict.of(library, message));
    }

    private boolean differ(Message message, Verdict right) {
        return !right.equals(Verdict.of(tested, message))
                || right instanceof Verdict.Broken broken && broken.violations().isEmpty() != tested.isValid(message);
    }

    private String report(Message message) {
        return """
                seed of the contract: %d
                %s
                message:
                %s
                protovalidate: %s
                tested: %s%s
                """.formatted(
                        contract.seed(),
                        contract.text(),
                        TextFormat.printer().escapingNonAscii(true).printToString(message),
                        Verdict.of(library, message),
                        Verdict.of(tested, message),
                        tested.isValid(message) ? ", and in short valid" : "");
    }

    /** Leaves out whatever the difference does not need. */
    private Message shrunk(Message message) {
        for (var smaller : smaller(message)) {
            if (smaller.getSerializedSize() < message.getSerializedSize() && differ(smaller)) {
                return shrunk(smaller);
            }
        }
        return message;
    }

    private static List<Message> smaller(Message message) {
        var smaller = new ArrayList<Message>();
        if (!message.getUnknownFields().equals(UnknownFieldSet.getDefaultInstance())) {
            smaller.add(message.toBuilder()
                    .setUnknownFields(UnknownFieldSet.getDefaultInstance())
                    .buildPartial());
        }
        message.getAllFields().forEach((field, value) -> {
            smaller.add(message.toBuilder().clearField(field).buildPartial());
            if (value instanceof List<?> items) {
                shorter(message, field, items, smaller);
            } else if (value instanceof Message nested) {
                smaller(nested)
                        .forEach(less -> smaller.add(
                                message.toBuilder().setField(field, less).buildPartial()));
            }
        });
        return smaller;
    }

    private static void shorter(Message message, FieldDescriptor field, List<?> items, List<Message> smaller) {
        for (var left = 0; left < items.size(); left++) {
            var rest = new ArrayList<Object>(items);
            rest.remove(left);
            smaller.add(message.toBuilder().setField(field, rest).buildPartial());
        }
        for (var place = 0; place < items.size() && !field.isMapField(); place++) {
            if (items.get(place) instanceof Message nested) {
                for (var less : smaller(nested)) {
                    smaller.add(message.toBuilder()
                            .setRepeatedField(field, place, less)
                            .buildPartial());
                }
            }
        }
    }
}
