package dev.postroad.compiler.annotation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.cel.CelOutcome;
import dev.postroad.compiler.cel.CelReader;
import dev.postroad.compiler.cel.CelSite;
import dev.postroad.compiler.plan.MessagePlan;
import dev.postroad.compiler.plan.RulePlan;
import dev.postroad.compiler.plan.Uncompiled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reading of one message: what was found so far, and what is left to be read. */
final class Reading {
    private final CelReader cel;
    private final Map<Descriptor, MessagePlan> plans = new LinkedHashMap<>();
    private final Set<Descriptor> reached = new HashSet<>();
    private final Deque<Descriptor> pending = new ArrayDeque<>();
    private final List<Uncompiled> uncompiled = new ArrayList<>();

    Reading(CelReader cel) {
        this.cel = cel;
    }

    RulePlan plan(Descriptor root) {
        reach(root);
        while (!pending.isEmpty()) {
            var message = pending.remove();
            plans.put(message, new MessageReader(message, this).read());
        }
        return new RulePlan(root, new Pruning(root, plans).plans(), uncompiled);
    }

    /** Notes that the rules of a message type must be read. */
    void reach(Descriptor message) {
        if (reached.add(message)) {
            pending.add(message);
        }
    }

    /** Notes a rule that has no place in the plan. */
    void skip(GenericDescriptor element, String rule, String reason) {
        uncompiled.add(new Uncompiled(element, rule, reason));
    }

    CelOutcome cel(String expression, CelSite site) {
        return cel.read(expression, site);
    }
}
