package dev.postroad.client.health;

import dev.postroad.client.group.GroupView;
import dev.postroad.client.group.PartitionView;
import dev.postroad.contract.report.Group;
import dev.postroad.contract.report.Partition;
import java.time.Duration;

/** What a client reports of the group that it is a member of. */
public final class GroupReport {
    private static final double MILLIS_PER_SECOND = 1000;

    private GroupReport() {}

    /**
     * The report of a member.
     *
     * @param health of that view
     * @param millis the time of day, since 1970
     * @param nanos a reading of the timer
     */
    public static Group of(GroupView view, GroupHealth health, long millis, long nanos) {
        var figures = view.figures();
        var report = Group.newBuilder()
                .setName(view.group())
                .setJoined(view.hasJoined())
                .setVerdict(health.verdict().name())
                .setRebalances(figures.rebalances())
                .setCommits(figures.commits())
                .setCommitsFailed(figures.commitsFailed())
                .setLongestPollGapSeconds(figures.longestPollGapSeconds(nanos))
                .setLongestThrottleSeconds(figures.longestThrottleSeconds(nanos))
                .setMeanFetchSeconds(figures.meanFetchSeconds());
        for (var index = 0; index < view.partitions().size(); index++) {
            report.addPartitions(
                    partition(view.partitions().get(index), health.partitions().get(index), millis));
        }
        return report.build();
    }

    private static Partition partition(PartitionView view, PartitionHealth health, long millis) {
        var report = Partition.newBuilder()
                .setTopic(health.topic())
                .setPartition(health.partition())
                .setVerdict(health.verdict().name())
                .setAttempts(health.attempts())
                .setInHandlerSeconds(seconds(health.inHandler().orElse(Duration.ZERO)))
                .setInFlight(health.inFlight())
                .setInFlightBytes(health.bytes())
                .setFull(health.isFull())
                .setSinceMovedSeconds(seconds(health.sinceMoved()));
        health.waitingFor().ifPresent(report::setWaitingFor);
        health.committed().ifPresent(report::setCommitted);
        view.lag().ifPresent(report::setLag);
        view.oldest()
                .ifPresent(oldest -> report.setOldestAgeSeconds(
                        Math.max(0, millis - oldest.received().timestamp()) / MILLIS_PER_SECOND));
        return report.build();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }
}
