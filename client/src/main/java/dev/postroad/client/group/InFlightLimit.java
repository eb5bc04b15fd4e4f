package dev.postroad.client.group;

import dev.postroad.client.lane.Assignment;

/**
 * How much is in flight at most. A partition that reaches its share is paused until it is down to half of it, so that
 * memory is bounded and a slow partition takes no room from the others.
 *
 * <p>A partition that is paused is not fetched ahead either, so a low bound costs throughput: at 10,000 records a
 * handler that does nothing gets half of what it gets at 30,000.
 *
 * <p>Records that wait in lanes are copied by the garbage collector, those that Kafka's client has fetched ahead lie in
 * it as bytes. So with a twentieth of what a partition may have at hand, and lanes that deal with it, no more is polled
 * for some milliseconds.
 *
 * <p>The poll that reaches a bound may pass it by what it brought.
 *
 * @param records for each partition
 * @param bytes for all partitions together, each having an equal share, and 1 MiB at least
 */
record InFlightLimit(int records, long bytes) {
    static final InFlightLimit STANDARD = new InFlightLimit(30_000, 64L << 20);
    private static final long SMALLEST_SHARE = 1L << 20;
    private static final int PLENTY = 20;

    /** Whether a partition is to be paused. */
    boolean isReached(Assignment assignment, int partitions) {
        return assignment.size() >= records || assignment.bytes() >= share(partitions);
    }

    /** Whether a partition that was paused may go on. */
    boolean hasRoom(Assignment assignment, int partitions) {
        return assignment.size() <= records / 2 && assignment.bytes() <= share(partitions) / 2;
    }

    /** Whether there is enough at hand in all partitions together, for as long as it is being dealt with. */
    boolean isPlenty(long atHand, long bytesAtHand) {
        return atHand >= Math.max(1, records / PLENTY) || bytesAtHand >= bytes / PLENTY;
    }

    private long share(int partitions) {
        return Math.max(SMALLEST_SHARE, bytes / Math.max(1, partitions));
    }
}
