package dev.postroad.compiler.plan;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a message and of all that it holds.
 *
 * @param root the message
 * @param messages the plans of the root, and of each message type that it reaches and something is asked of, in the
 *     order of reaching them
 * @param uncompiled the rules that have no place in the plan; if there is one, the plan alone gives no verdict
 */
public record RulePlan(Descriptor root, Map<Descriptor, MessagePlan> messages, List<Uncompiled> uncompiled) {
    public RulePlan {
        messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
        uncompiled = List.copyOf(uncompiled);
    }

    /** Whether the plan holds every rule. */
    public boolean isComplete() {
        return uncompiled.isEmpty();
    }

    /** The plan of the root. */
    public MessagePlan rootPlan() {
        var plan = messages.get(root);
        if (plan == null) {
            throw new IllegalStateException(root.getFullName() + " has no plan of its own");
        }
        return plan;
    }
}
