package dev.postroad.client.group;

import java.util.List;
import java.util.Optional;

/**
 * How a member of a group is, as it saw itself a moment ago.
 *
 * @param group the consumer group
 * @param seenNanos the reading of the timer when the polling thread last looked
 * @param hasJoined whether the group has given this member its partitions, even if these are none
 * @param thread the polling thread
 * @param failure what ended it, if it has ended by itself
 * @param figures what it counts
 * @param partitions sorted by topic and number
 */
public record GroupView(
        String group,
        long seenNanos,
        boolean hasJoined,
        Thread thread,
        Optional<Throwable> failure,
        MemberFigures figures,
        List<PartitionView> partitions) {
    public GroupView {
        partitions = List.copyOf(partitions);
    }
}
