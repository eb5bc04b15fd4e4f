package dev.postroad.compiler.annotation;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.plan.FieldPlan;
import dev.postroad.compiler.plan.MessagePlan;
import dev.postroad.compiler.plan.Step;
import dev.postroad.compiler.plan.ValuePlan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out of plans what asks nothing: messages without rules, at any depth, and what holds them. */
final class Pruning {
    private final Descriptor root;
    private final Map<Descriptor, MessagePlan> plans;
    private final Set<Descriptor> asking = new HashSet<>();

    Pruning(Descriptor root, Map<Descriptor, MessagePlan> plans) {
        this.root = root;
        this.plans = plans;
        var known = -1;
        while (known < asking.size()) {
            known = asking.size();
            plans.values().stream().filter(plan -> !pruned(plan).isEmpty()).forEach(plan -> asking.add(plan.message()));
        }
    }

    /** The plans of the root and of the messages of which something is asked. */
    Map<Descriptor, MessagePlan> plans() {
        var result = new LinkedHashMap<Descriptor, MessagePlan>();
        plans.forEach((message, plan) -> {
            if (message == root || asking.contains(message)) {
                result.put(message, pruned(plan));
            }
        });
        return result;
    }

    private MessagePlan pruned(MessagePlan plan) {
        return new MessagePlan(
                plan.message(),
                plan.rules(),
                plan.exclusives(),
                plan.requiredOneofs(),
                plan.fields().stream()
                        .map(this::pruned)
                        .filter(field -> !field.isEmpty())
                        .toList());
    }

    private FieldPlan pruned(FieldPlan field) {
        return new FieldPlan(field.field(), field.isRequired(), field.skipsUnset(), pruned(field.value()));
    }

    private ValuePlan pruned(ValuePlan value) {
        return new ValuePlan(
                value.type(),
                value.skipsZero(),
                value.steps().stream().flatMap(step -> pruned(step).stream()).toList());
    }

    private Optional<Step> pruned(Step step) {
        if (step instanceof Step.Embedded embedded) {
            return Optional.of(step).filter(kept -> asking.contains(embedded.message()));
        }
        if (step instanceof Step.Inner inner) {
            return some(pruned(inner.value())).map(Step.Inner::new);
        }
        if (step instanceof Step.Items items) {
            return some(pruned(items.item())).map(Step.Items::new);
        }
        if (step instanceof Step.Entries entries) {
            var key = pruned(entries.key());
            var value = pruned(entries.value());
            return key.isEmpty() && value.isEmpty() ? Optional.empty() : Optional.of(new Step.Entries(key, value));
        }
        return Optional.of(step);
    }

    private static Optional<ValuePlan> some(ValuePlan value) {
        return Optional.of(value).filter(plan -> !plan.isEmpty());
    }
}
