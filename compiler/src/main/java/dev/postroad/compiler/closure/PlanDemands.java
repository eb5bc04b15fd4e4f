package dev.postroad.compiler.closure;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.FieldPlan;
import dev.postroad.compiler.plan.MessagePlan;
import dev.postroad.compiler.plan.Rule;
import dev.postroad.compiler.plan.RulePlan;
import dev.postroad.compiler.plan.Step;
import dev.postroad.compiler.plan.ValuePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the plans of messages into demands. */
final class PlanDemands {
    private final RulePlan plan;
    private final Map<Descriptor, MessageDemand> messages = new HashMap<>();

    PlanDemands(RulePlan plan) {
        this.plan = plan;
    }

    /** What is asked of a message type; one that holds itself finds the demand that is being made. */
    MessageDemand ofMessage(MessagePlan message) {
        var made = messages.get(message.message());
        if (made != null) {
            return made;
        }
        var demand = new MessageDemand();
        messages.put(message.message(), demand);
        var parts = new ArrayList<Demand>();
        message.rules().forEach(rule -> parts.add(RuleDemand.of(rule)));
        message.exclusives().forEach(exclusive -> parts.add(ExclusiveDemand.of(exclusive)));
        message.requiredOneofs().forEach(oneof -> parts.add(new OneofDemand(oneof)));
        message.fields().forEach(field -> parts.add(new FieldDemand(field, ofFieldValue(field))));
        demand.consistOf(Demand.all(parts));
        return demand;
    }

    private Optional<Demand> ofFieldValue(FieldPlan plan) {
        if (plan.value().isEmpty()) {
            return Optional.empty();
        }
        var field = plan.field();
        var isWrapper = !plan.value().type().equals(Type.of(field));
        var demands = plan.value().steps().stream().map(step -> ofFieldStep(step, field, isWrapper));
        return Optional.of(skippingZero(plan.value(), Demand.all(demands.toList())));
    }

    private Demand ofFieldStep(Step step, FieldDescriptor field, boolean isWrapper) {
        if (step instanceof Step.Items items) {
            return new ItemsDemand(field.getName(), ofOne(items.item(), field));
        } else if (step instanceof Step.Entries entries) {
            var entry = field.getMessageType();
            return new EntriesDemand(
                    field,
                    ofOne(entries.key(), entry.findFieldByNumber(1)),
                    ofOne(entries.value(), entry.findFieldByNumber(2)));
        }
        return new EnteredDemand(field.getName(), ofStep(step, field, isWrapper));
    }

    /** What is asked of one value of a field. */
    private Demand ofOne(ValuePlan plan, FieldDescriptor field) {
        var isWrapper = !plan.type().equals(Type.ofOne(field));
        var demands = plan.steps().stream().map(step -> ofStep(step, field, isWrapper));
        return skippingZero(plan, Demand.all(demands.toList()));
    }

    private Demand ofStep(Step step, FieldDescriptor field, boolean isWrapper) {
        if (step instanceof Rule rule) {
            var demand = RuleDemand.of(rule);
            return isWrapper ? UnwrappedDemand.of(field.getMessageType(), demand) : demand;
        } else if (step instanceof Step.Embedded embedded) {
            return ofMessage(messagePlan(embedded.message()));
        } else if (step instanceof Step.Inner inner) {
            var wrapped = field.getMessageType().findFieldByNumber(1);
            return UnwrappedDemand.of(field.getMessageType(), ofOne(inner.value(), wrapped));
        }
        throw new IllegalArgumentException("%s: nothing can hold %s".formatted(field.getFullName(), step));
    }

    private MessagePlan messagePlan(Descriptor message) {
        var found = plan.messages().get(message);
        return found != null ? found : new MessagePlan(message, List.of(), List.of(), List.of(), List.of());
    }

    private static Demand skippingZero(ValuePlan plan, Demand demand) {
        return plan.skipsZero() ? new NonzeroDemand(demand) : demand;
    }
}
