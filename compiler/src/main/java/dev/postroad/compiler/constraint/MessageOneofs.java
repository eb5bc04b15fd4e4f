package dev.postroad.compiler.constraint;

import build.buf.validate.MessageOneofRule;
import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.remark.Remarks;
import java.util.HashSet;

/** Whether oneofs that only protovalidate knows name fields that are there. */
final class MessageOneofs {
    private MessageOneofs() {}

    static void check(Remarks remarks, Descriptor message, MessageOneofRule rule) {
        var seen = new HashSet<String>();
        if (rule.getFieldsCount() == 0) {
            remark(remarks, message, "names no field");
        }
        for (var name : rule.getFieldsList()) {
            if (message.findFieldByName(name) == null) {
                remark(remarks, message, "names '%s', which is no field".formatted(name));
            } else if (!seen.add(name)) {
                remark(remarks, message, "names '%s' twice".formatted(name));
            }
        }
    }

    private static void remark(Remarks remarks, Descriptor message, String what) {
        remarks.add(
                ConstraintRules.ONEOF,
                message,
                "a oneof constraint of %s %s".formatted(message.getName(), what),
                "name fields of the message, each once");
    }
}
