package dev.postroad.compiler.annotation;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.cel.CelReader;
import dev.postroad.compiler.plan.RulePlan;

/**
 * Reads the annotations of messages and of all message types that their rules reach. A reader keeps what it has set up
 * for CEL, so that many messages of one bus cost one set-up; any number of threads may share it.
 */
public final class PlanReader {
    private final CelReader cel = new CelReader();

    /**
     * What is asked of a message.
     *
     * @throws dev.postroad.compiler.plan.InvalidRulesException if rules make no sense, so that protovalidate refuses
     *     them too
     */
    public RulePlan read(Descriptor message) {
        return new Reading(cel).plan(message);
    }
}
