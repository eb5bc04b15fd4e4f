package dev.postroad.compiler.closure;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.plan.RulePlan;
import dev.postroad.contract.cel.EvaluationException;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.check.Violations;
import java.util.List;

/** The constraints of one message type as closures. It takes any message of that type. */
public final class ClosureCheck implements Check<Message> {
    private final Descriptor type;
    private final Demand root;

    private ClosureCheck(Descriptor type, Demand root) {
        this.type = type;
        this.root = root;
    }

    /**
     * The check of a message type: by closures, or by protovalidate if a rule cannot be compiled.
     *
     * @throws dev.postroad.compiler.plan.InvalidRulesException if rules make no sense
     */
    public static Check<Message> compile(Descriptor type) {
        var plan = new PlanReader().read(type);
        return plan.isComplete() ? of(plan) : new ProtovalidateCheck<>(type);
    }

    /**
     * The check that a plan asks for.
     *
     * @throws IllegalArgumentException if the plan does not hold every rule
     */
    public static ClosureCheck of(RulePlan plan) {
        if (!plan.isComplete()) {
            throw new IllegalArgumentException("the rules of %s cannot all be compiled: %s; let protovalidate check it"
                    .formatted(plan.root().getFullName(), plan.uncompiled()));
        }
        return new ClosureCheck(plan.root(), new PlanDemands(plan).ofMessage(plan.rootPlan()));
    }

    @Override
    public boolean isValid(Message message) {
        requireType(message);
        try {
            return root.isMetBy(message);
        } catch (EvaluationException unknown) {
            return false;
        }
    }

    @Override
    public List<Violation> violations(Message message) {
        if (isValid(message)) {
            return List.of();
        }
        var found = new Violations();
        try {
            root.explain(message, found);
        } catch (EvaluationException e) {
            return List.of(Violation.evaluationError(e.getMessage()));
        }
        return found.list();
    }

    private void requireType(Message message) {
        if (message.getDescriptorForType() != type) {
            throw new IllegalArgumentException("a check of %s was given a message of %s; both must have one descriptor"
                    .formatted(
                            type.getFullName(), message.getDescriptorForType().getFullName()));
        }
    }
}
