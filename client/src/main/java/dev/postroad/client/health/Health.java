package dev.postroad.client.health;

import java.util.List;

/**
 * How a process does.
 *
 * @param isOpen whether its bus is open
 * @param groups what it subscribes with; none if it only publishes
 */
public record Health(boolean isOpen, List<GroupHealth> groups) {
    public Health {
        groups = List.copyOf(groups);
    }

    /** Whether a restart would be of no use: nothing is stuck, and nothing has died. */
    public boolean isLive() {
        return groups.stream().noneMatch(group -> group.verdict().needsRestart());
    }

    /** Whether the process takes part in the work: it is open, alive, and each of its groups has taken it in. */
    public boolean isReady() {
        return isOpen && isLive() && groups.stream().allMatch(GroupHealth::hasJoined);
    }
}
