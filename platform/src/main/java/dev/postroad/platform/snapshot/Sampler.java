package dev.postroad.platform.snapshot;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.ContractSource;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Consumed;
import dev.postroad.contract.report.Published;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.GroupName;
import dev.postroad.contract.topic.InternalTopics;
import dev.postroad.platform.cluster.ClusterConnection;
import dev.postroad.platform.cluster.ClusterRefusedException;
import dev.postroad.platform.snapshot.BusSnapshot.GroupView;
import dev.postroad.platform.snapshot.BusSnapshot.TopicView;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one bus on one cluster, from the moment it is opened. Used by one thread. */
public final class Sampler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

    private final BusRepository bus;
    private final ClusterConnection cluster;
    private final Clock clock;
    private final Consumer<byte[], byte[]> reports;
    private final ReportBook book = new ReportBook();
    private final List<TopicPartition> partitions;
    private final List<String> groups;

    private Sampler(
            BusRepository bus,
            ClusterConnection cluster,
            Clock clock,
            Consumer<byte[], byte[]> reports,
            List<TopicPartition> partitions) {
        this.bus = bus;
        this.cluster = cluster;
        this.clock = clock;
        this.reports = reports;
        this.partitions = partitions;
        this.groups = bus.services().stream()
                .flatMap(service -> service.groups().stream())
                .map(GroupName::toString)
                .toList();
    }

    /**
     * Begins to watch; reports from before are not counted. The bus's topics must be on the cluster, and those derived
     * from them.
     */
    public static Sampler open(BusRepository bus, ClusterConnection cluster, Clock clock) {
        var partitions = cluster.partitions(bus.contracts().stream()
                .map(ContractSource::contract)
                .flatMap(contract -> topics(bus, contract))
                .toList());
        var reportPartition = List.of(new TopicPartition(InternalTopics.REPORTS, 0));
        return cluster.reading(reports -> {
            reports.assign(reportPartition);
            reports.seekToEnd(reportPartition);
            // Seeking is lazy; asking for the position makes the end the one of now.
            reportPartition.forEach(reports::position);
            return new Sampler(bus, cluster, clock, reports, partitions);
        });
    }

    private static Stream<String> topics(BusRepository bus, Contract contract) {
        var topic = contract.kafkaTopic();
        return Stream.concat(
                Stream.of(topic),
                bus.groups(contract).stream()
                        .flatMap(group -> new DerivedTopics(topic, group.toString()).standard().stream()));
    }

    /** What goes on now. */
    public BusSnapshot sample() {
        readReports();
        var offsets = offsets();
        var topics = bus.contracts().stream()
                .map(ContractSource::contract)
                .map(contract -> topic(contract, offsets))
                .toList();
        return new BusSnapshot(clock.instant(), topics);
    }

    /** Where the bus's topics end and how far the groups have come, those declared and those that have reported. */
    public Offsets offsets() {
        var latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        cluster.answer(cluster.admin().listOffsets(latest).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        var all = Stream.concat(groups.stream(), book.groups())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec()));
        cluster.answer(cluster.admin().listConsumerGroupOffsets(all).all()).forEach((group, offsets) -> {
            Map<TopicPartition, Long> known = new HashMap<>();
            offsets.forEach((partition, offset) -> {
                if (offset != null) {
                    known.put(partition, offset.offset());
                }
            });
            committed.put(group, known);
        });
        return new Offsets(ends, committed);
    }

    /** Whether a group has members and each knows its partitions. */
    public boolean isStable(String group) {
        var described = cluster.admin()
                .describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group);
        if (described == null) {
            return false;
        }
        try {
            var description = cluster.answer(described);
            return description.groupState() == GroupState.STABLE
                    && !description.members().isEmpty();
        } catch (ClusterRefusedException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    private void readReports() {
        for (var found = reports.poll(Duration.ofMillis(50)); !found.isEmpty(); found = reports.poll(Duration.ZERO)) {
            found.forEach(report -> read(report.value()));
        }
    }

    private void read(byte[] report) {
        try {
            book.add(ClientReport.parseFrom(report));
        } catch (InvalidProtocolBufferException e) {
            LOG.atWarn().setCause(e).log("a report cannot be read");
        }
    }

    private TopicView topic(Contract contract, Offsets offsets) {
        var topic = contract.kafkaTopic();
        var names = new TreeSet<>(book.groups(topic));
        bus.groups(contract).forEach(group -> names.add(group.toString()));
        return new TopicView(
                topic,
                book.published(topic, Published::getAcknowledged),
                book.published(topic, Published::getRefused),
                book.published(topic, Published::getFailed),
                book.lastRefusal(topic),
                names.stream().map(group -> group(topic, group, offsets)).toList());
    }

    private GroupView group(String topic, String group, Offsets offsets) {
        return new GroupView(
                group,
                book.consumed(topic, group, Consumed::getHandled),
                book.consumed(topic, group, Consumed::getFailed),
                offsets.lag(group, topic),
                retrying(topic, group, offsets),
                book.consumed(topic, group, Consumed::getDeadLettered),
                book.endToEndMillis(topic, group, 0.5),
                book.endToEndMillis(topic, group, 0.99));
    }

    private static long retrying(String topic, String group, Offsets offsets) {
        var derived = new DerivedTopics(topic, group);
        return DerivedTopics.STANDARD_DELAYS.stream()
                .mapToLong(delay -> offsets.lag(group, derived.retry(delay)))
                .sum();
    }

    @Override
    public void close() {
        reports.close();
    }
}
