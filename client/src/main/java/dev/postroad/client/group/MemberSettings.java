package dev.postroad.client.group;

import java.time.Duration;

/**
 * The bounds of a member.
 *
 * @param commitEvery how often finished records are committed; what is not yet committed is repeated after a crash
 * @param releaseWithin how long records may go on when their partition is taken away, before they are interrupted
 * @param closeWithin how long records may go on when the member leaves, before they are interrupted
 */
record MemberSettings(Duration commitEvery, Duration releaseWithin, Duration closeWithin, InFlightLimit limit) {}
