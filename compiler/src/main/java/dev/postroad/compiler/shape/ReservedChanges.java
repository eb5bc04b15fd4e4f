package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Breakage;
import java.util.List;

/** What was reserved and is not any more, in messages and enums alike. */
final class ReservedChanges {
    private ReservedChanges() {}

    static void removed(GenericDescriptor before, GenericDescriptor after, List<String> gone, List<Change> changes) {
        if (!gone.isEmpty()) {
            var list = String.join(", ", gone);
            changes.add(Change.of(
                    ShapeRules.RESERVED_REMOVED,
                    before,
                    after,
                    "%s %s no longer reserved".formatted(list, gone.size() == 1 ? "is" : "are"),
                    "add again: reserved " + list + ", and give what is new a number and a name of its own",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.JSON_READERS));
        }
    }

    /** An extension had the number once. */
    static void undeclared(
            GenericDescriptor before, GenericDescriptor after, NumberRange number, List<Change> changes) {
        changes.add(Change.of(
                ShapeRules.RESERVED_REMOVED,
                before,
                after,
                "%s is no longer declared as reserved".formatted(number),
                "declare it again: extensions %s [declaration = { number: %s reserved: true }]; and give what is new a number of its own"
                        .formatted(number, number),
                Breakage.STORED_MESSAGES,
                Breakage.OLD_PRODUCERS));
    }
}
