package dev.postroad.compiler.bus;

import dev.postroad.contract.topic.GroupName;
import java.util.Optional;

/**
 * A topic that a service handles, as its file declares it.
 *
 * @param topic its name
 * @param name of a subscription that has a consumer group of its own; none for the service's group
 */
public record Subscription(String topic, Optional<String> name) {
    /** The consumer group with which a service reads the topic. */
    public GroupName group(String service) {
        return new GroupName(service, name);
    }
}
