package dev.postroad.compiler.style;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.remark.Remarks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Whether a message can hold itself. Imports have no cycles, so such a circle lies in one file. */
final class Recursion {
    private static final Rule RECURSION = Rule.warning(
                    "message-recursion",
                    "A message does not hold itself, directly or through others",
                    "Nothing bounds how deep such messages nest. Parsers refuse what is deeper than 100, tables and"
                            + " warehouses refuse it altogether.")
            .showing("""
                    // A comment on the order.
                    message Comment {
                      // What was answered to it.
                      repeated Comment answers = 1;
                    }
                    """, """
                    // A comment on the order.
                    message Comment {
                      // The number of the comment that it answers.
                      optional string parent_id = 1;
                    }
                    """);

    static final List<Rule> RULES = List.of(RECURSION);

    private final Remarks remarks;
    private final Set<Descriptor> done = new HashSet<>();
    private final Set<Descriptor> open = new HashSet<>();
    private final Deque<Step> path = new ArrayDeque<>();

    private Recursion(Remarks remarks) {
        this.remarks = remarks;
    }

    static void check(Remarks remarks) {
        var recursion = new Recursion(remarks);
        Elements.messages(remarks.descriptor()).forEach(recursion::from);
    }

    /** Messages may be chained by the thousand, so the path is kept here and not on the stack. */
    private record Step(Descriptor message, Iterator<FieldDescriptor> fields) {}

    private void from(Descriptor root) {
        enter(root);
        while (!path.isEmpty()) {
            var step = path.element();
            if (step.fields().hasNext()) {
                follow(step.fields().next());
            } else {
                path.remove();
                open.remove(step.message());
            }
        }
    }

    private void follow(FieldDescriptor field) {
        var type = target(field);
        if (open.contains(type)) {
            remarks.add(
                    RECURSION,
                    field,
                    "through %s a %s can hold itself".formatted(field.getName(), type.getName()),
                    "refer to it by its key, or bound the depth by messages of their own");
        } else {
            enter(type);
        }
    }

    private void enter(Descriptor message) {
        if (done.add(message)) {
            open.add(message);
            path.push(new Step(
                    message,
                    message.getFields().stream()
                            .filter(field -> field.getJavaType() == JavaType.MESSAGE)
                            .filter(field -> target(field).getFile() == remarks.descriptor())
                            .iterator()));
        }
    }

    private static Descriptor target(FieldDescriptor field) {
        var type = field.getMessageType();
        if (field.isMapField()) {
            var value = type.findFieldByNumber(2);
            return value.getJavaType() == JavaType.MESSAGE ? value.getMessageType() : type;
        }
        return type;
    }
}
