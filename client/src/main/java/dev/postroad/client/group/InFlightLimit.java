package dev.postroad.client.group;

import dev.postroad.client.lane.Assignment;

/**
 * How much is in flight at most. A partition that reaches its share is paused until it is down to half of it, so that
 * memory is bounded and a slow partition takes no room from the others.
 *
 * <p>A partition that is paused is not fetched ahead either, so a low bound costs throughput: at 10,000 records a
 * handler that does nothing gets half of what it gets at 30,000.
 *
 * <p>The poll that reaches a bound may pass it by what it brought.
 *
 * @param records for each partition
 * @param bytes for all partitions together, each having an equal share, and 1 MiB at least
 */
record InFlightLimit(int records, long bytes) {
    static final InFlightLimit STANDARD = new InFlightLimit(30_000, 64L << 20);
    private static final long SMALLEST_SHARE = 1L << 20;

    /** Whether a partition is to be paused. */
    boolean isReached(Assignment assignment, int partitions) {
        return assignment.size() >= records || assignment.bytes() >= share(partitions);
    }

    /** Whether a partition that was paused may go on. */
    boolean hasRoom(Assignment assignment, int partitions) {
        return assignment.size() <= records / 2 && assignment.bytes() <= share(partitions) / 2;
    }

    private long share(int partitions) {
        return Math.max(SMALLEST_SHARE, bytes / Math.max(1, partitions));
    }
}
