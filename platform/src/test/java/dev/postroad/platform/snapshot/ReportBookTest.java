package dev.postroad.platform.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.DurationBuckets;
import dev.postroad.contract.report.Histogram;
import dev.postroad.contract.report.Published;
import dev.postroad.contract.report.Refusal;
import dev.postroad.platform.snapshot.BusSnapshot.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ReportBookTest {
    private static final String ORDERS = "orders.order-placed.v1";
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final ReportBook book = new ReportBook();

    @Test
    void countsTheNewestReportOfEachInstance() {
        book.add(report("a", 1).addPublished(published(3, 1)).build());
        book.add(report("a", 2).addPublished(published(5, 1)).build());
        book.add(report("b", 2).addPublished(published(7, 0)).build());

        assertThat(book.published(ORDERS, Published::getAcknowledged)).isEqualTo(12);
        assertThat(book.published(ORDERS, Published::getRefused)).isEqualTo(1);
        assertThat(book.published("clicks", Published::getAcknowledged)).isZero();
    }

    @Test
    void countsOnAfterAProcessWasStartedAgain() {
        book.add(report("a", 1).addConsumed(consumed("billing", 40)).build());
        book.add(report("a2", 2).addConsumed(consumed("billing", 2)).build());

        assertThat(book.consumed(ORDERS, "billing", Consumed::getHandled)).isEqualTo(42);
        assertThat(book.groups(ORDERS)).containsExactly("billing");
    }

    @Test
    void sumsSeveralEntriesOfOneReport() {
        book.add(report("a", 1)
                .addPublished(published(3, 0))
                .addPublished(published(4, 0))
                .build());

        assertThat(book.published(ORDERS, Published::getAcknowledged)).isEqualTo(7);
    }

    @Test
    void namesTheGroupsOfATopic() {
        book.add(report("a", 1)
                .addConsumed(consumed("billing", 1))
                .addConsumed(consumed("audit", 1))
                .addConsumed(consumed("stats", 1).toBuilder().setTopic("clicks").build())
                .build());

        assertThat(book.groups(ORDERS)).containsExactlyInAnyOrder("billing", "audit");
    }

    @Test
    void keepsTheNewestRefusalOfAll() {
        book.add(report("a", 20).addPublished(refused("items", 10)).build());
        book.add(report("b", 21).addPublished(refused("email", 15)).build());
        book.add(report("c", 22).addPublished(published(1, 0)).build());

        assertThat(book.lastRefusal(ORDERS))
                .hasValue(new Refused("email", "rule", "must be right", START.plusSeconds(15)));
        assertThat(book.lastRefusal("clicks")).isEmpty();
    }

    @Test
    void takesTimesFromTheWholeLifeOfAYoungProcess() {
        book.add(report("a", 1)
                .addConsumed(consumed("billing", 10, Duration.ofMillis(5)))
                .build());
        assertMillis(0.5, 5);

        book.add(report("a", 2)
                .addConsumed(consumed("billing", 10, Duration.ofMillis(5)))
                .build());
        assertMillis(0.5, 5);
    }

    @Test
    void forgetsTimesFromBeforeTheLastMinute() {
        var slow = consumed("billing", 1_000, Duration.ofSeconds(3));
        book.add(report("a", 1).addConsumed(slow).build());
        assertMillis(0.5, 3_000);

        for (var second = 10; second <= 70; second += 10) {
            book.add(report("a", second)
                    .addConsumed(plus(slow, second, Duration.ofMillis(2)))
                    .build());
        }

        assertMillis(0.5, 2);
        assertMillis(0.99, 2);
    }

    @Test
    void addsUpTheTimesOfSeveralInstances() {
        book.add(report("a", 1)
                .addConsumed(consumed("billing", 90, Duration.ofMillis(1)))
                .build());
        book.add(report("b", 1)
                .addConsumed(consumed("billing", 10, Duration.ofMillis(800)))
                .build());

        assertMillis(0.5, 1);
        assertMillis(0.99, 800);
    }

    @Test
    void forgetsTheTimesOfAnInstanceThatHasLongBeenSilent() {
        book.add(report("gone", 1)
                .addConsumed(consumed("billing", 1_000, Duration.ofSeconds(3)))
                .build());
        book.add(report("b", 100)
                .setStarted(timestamp(90))
                .addConsumed(consumed("billing", 1, Duration.ofMillis(2)))
                .build());

        assertMillis(0.99, 2);
        assertThat(book.consumed(ORDERS, "billing", Consumed::getHandled)).isEqualTo(1_001);
    }

    @Test
    void knowsNoTimesOfAnOldProcessBeforeItsSecondReport() {
        var once = consumed("billing", 1_000, Duration.ofSeconds(3));
        book.add(report("a", 3_600).addConsumed(once).build());
        assertThat(book.endToEndMillis(ORDERS, "billing", 0.5)).isEmpty();

        book.add(report("a", 3_601)
                .addConsumed(plus(once, 1, Duration.ofMillis(2)))
                .build());
        assertMillis(0.99, 2);
    }

    @Test
    void hasNoTimesWhereNothingWasHandled() {
        book.add(report("a", 1).addConsumed(consumed("billing", 0)).build());

        assertThat(book.endToEndMillis(ORDERS, "billing", 0.5)).isEmpty();
        assertThat(book.endToEndMillis(ORDERS, "nobody", 0.5)).isEmpty();
    }

    /** A bucket is at most 19 % wide. */
    private void assertMillis(double quantile, double expected) {
        var found = book.endToEndMillis(ORDERS, "billing", quantile);
        assertThat(found).isPresent();
        assertThat(found.getAsDouble()).isCloseTo(expected, Percentage.withPercentage(19));
    }

    private static ClientReport.Builder report(String instance, long second) {
        return ClientReport.newBuilder()
                .setInstance(instance)
                .setStarted(timestamp(0))
                .setReported(timestamp(second));
    }

    private static Timestamp timestamp(long second) {
        return Timestamp.newBuilder()
                .setSeconds(START.getEpochSecond() + second)
                .build();
    }

    private static Published published(long acknowledged, long refused) {
        return Published.newBuilder()
                .setTopic(ORDERS)
                .setAcknowledged(acknowledged)
                .setRefused(refused)
                .build();
    }

    private static Published refused(String field, long second) {
        var refusal = Refusal.newBuilder()
                .setField(field)
                .setRule("rule")
                .setSentence("must be right")
                .setAt(timestamp(second));
        return Published.newBuilder().setTopic(ORDERS).setLastRefusal(refusal).build();
    }

    private static Consumed consumed(String group, long handled) {
        return Consumed.newBuilder()
                .setTopic(ORDERS)
                .setGroup(group)
                .setHandled(handled)
                .build();
    }

    private static Consumed consumed(String group, long handled, Duration each) {
        return plus(consumed(group, 0), handled, each);
    }

    /** So many records more, each of the given time. */
    private static Consumed plus(Consumed consumed, long handled, Duration each) {
        var buckets = new long[DurationBuckets.COUNT];
        var before = consumed.getEndToEnd().getBucketsList();
        IntStream.range(0, before.size()).forEach(bucket -> buckets[bucket] = before.get(bucket));
        buckets[DurationBuckets.of(each)] += handled;
        var histogram = Histogram.newBuilder();
        LongStream.of(buckets).forEach(histogram::addBuckets);
        return consumed.toBuilder()
                .setHandled(consumed.getHandled() + handled)
                .setEndToEnd(histogram)
                .build();
    }
}
