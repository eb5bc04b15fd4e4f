package dev.postroad.client.health;

import dev.postroad.client.group.GroupView;
import java.time.Duration;
import java.util.List;

/**
 * How a member of a consumer group does.
 *
 * @param group the consumer group
 * @param verdict of the thread that polls, and of the worst of its partitions
 * @param reason of that, in one sentence
 * @param hasJoined whether the group has given this member its partitions, even if these are none
 * @param partitions sorted by topic and number
 */
public record GroupHealth(
        String group, Verdict verdict, String reason, boolean hasJoined, List<PartitionHealth> partitions) {
    public GroupHealth {
        partitions = List.copyOf(partitions);
    }

    /**
     * The health of a member.
     *
     * @param nanos a reading of the timer
     */
    public static GroupHealth of(GroupView view, HealthLimits limits, long nanos) {
        var partitions = view.partitions().stream()
                .map(partition -> PartitionHealth.of(partition, limits, nanos))
                .toList();
        if (view.failure().isPresent()) {
            return new GroupHealth(
                    view.group(),
                    Verdict.DEAD,
                    "the group has ended: " + view.failure().get(),
                    view.hasJoined(),
                    partitions);
        }
        var silent = Duration.ofNanos(nanos - view.seenNanos());
        if (silent.compareTo(limits.stuck()) >= 0) {
            return new GroupHealth(
                    view.group(),
                    Verdict.STUCK,
                    "the polling thread was not heard of for %d s; it is at %s"
                            .formatted(silent.toSeconds(), top(view.thread())),
                    view.hasJoined(),
                    partitions);
        }
        return partitions.stream()
                .reduce((one, other) -> other.verdict().compareTo(one.verdict()) > 0 ? other : one)
                .map(worst -> new GroupHealth(
                        view.group(),
                        worst.verdict(),
                        "%s-%d: %s".formatted(worst.topic(), worst.partition(), worst.reason()),
                        view.hasJoined(),
                        partitions))
                .orElseGet(() -> new GroupHealth(
                        view.group(),
                        Verdict.IDLE,
                        view.hasJoined() ? "other members have the partitions" : "the group has not been joined yet",
                        view.hasJoined(),
                        partitions));
    }

    private static String top(Thread thread) {
        var stack = thread.getStackTrace();
        return stack.length == 0 ? "its end" : stack[0].toString();
    }
}
