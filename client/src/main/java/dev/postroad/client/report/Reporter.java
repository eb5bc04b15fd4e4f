package dev.postroad.client.report;

import dev.postroad.client.connection.BrokerRefusedException;
import dev.postroad.client.connection.BrokerUnreachableException;
import dev.postroad.client.connection.Connection;
import dev.postroad.client.connection.RightMissingException;
import dev.postroad.client.lane.Timer;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.telemetry.RunSampler;
import dev.postroad.client.telemetry.Telemetry;
import dev.postroad.client.tls.TlsFigures;
import dev.postroad.contract.report.Certificates;
import dev.postroad.contract.report.ClientReport;
import dev.postroad.contract.report.Group;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.InternalTopics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the process does and reports it at the interval of the settings, from a thread of its own. */
public final class Reporter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final BusSettings settings;
    private final Connection connection;
    private final Clock clock;
    private final Telemetry telemetry;
    private final Timer timer;
    private final Supplier<List<Group>> groups;
    private final Instant started;
    private final String instance = UUID.randomUUID().toString();
    private final List<PublishFigures> published = new CopyOnWriteArrayList<>();
    private final List<ConsumeFigures> consumed = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(Reporter::daemon);
    private boolean isTopicThere;
    private Instant lookAt = Instant.MIN;

    /**
     * A reporter that {@link #start} starts.
     *
     * @param timer that subscriptions go by
     * @param groups what the process is a member of
     */
    public Reporter(
            BusSettings settings,
            Connection connection,
            Telemetry telemetry,
            Clock clock,
            Timer timer,
            Supplier<List<Group>> groups) {
        this.settings = settings;
        this.connection = connection;
        this.clock = clock;
        this.telemetry = telemetry;
        this.timer = timer;
        this.groups = groups;
        this.started = clock.instant();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "postroad-reports");
        thread.setDaemon(true);
        return thread;
    }

    /** Counters for what is published to a contract's topic. */
    public PublishFigures publishing(Contract contract) {
        var topic = contract.kafkaTopic();
        var figures = new PublishFigures(
                contract,
                clock,
                telemetry.publishingTimes(topic),
                () -> connection.producer().partitionsFor(topic).size());
        published.add(figures);
        return figures;
    }

    /**
     * Counters for what a group consumes from a contract's topic.
     *
     * @param mode ordered, keyed or batch
     */
    public ConsumeFigures consuming(Contract contract, String group, String mode) {
        var figures = new ConsumeFigures(
                contract,
                group,
                mode,
                telemetry.consumingTimes(contract.kafkaTopic(), group),
                new RunSampler(timer.nanos()));
        consumed.add(figures);
        return figures;
    }

    /** Starts to report, unless the settings say never. */
    public void start() {
        if (!settings.reportEvery().isZero()) {
            var millis = settings.reportEvery().toMillis();
            var unused = schedule.scheduleAtFixedRate(() -> report(false), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void report(boolean last) {
        try {
            if (!isTopicThere()) {
                return;
            }
            published.forEach(PublishFigures::guard);
            var key = (settings.service() + '/' + instance).getBytes(StandardCharsets.UTF_8);
            var sent = new ProducerRecord<>(
                    InternalTopics.REPORTS, key, current(last).toByteArray());
            var unused = connection.producer().send(sent, (metadata, failure) -> {
                if (failure != null) {
                    LOG.atDebug().setCause(failure).log("a report was not sent");
                }
            });
        } catch (KafkaException | BrokerRefusedException | BrokerUnreachableException | RightMissingException e) {
            LOG.atDebug().setCause(e).log("a report was not sent");
        }
    }

    private boolean isTopicThere() {
        if (!isTopicThere && !clock.instant().isBefore(lookAt)) {
            lookAt = clock.instant().plus(LOOK_AGAIN);
            isTopicThere = connection.look().hasTopic(InternalTopics.REPORTS);
        }
        return isTopicThere;
    }

    /** The figures up to now. */
    public ClientReport current() {
        return current(false);
    }

    private ClientReport current(boolean last) {
        var report = ClientReport.newBuilder()
                .setService(settings.service())
                .setInstance(instance)
                .setSdkVersion(sdkVersion())
                .setStarted(Times.timestamp(started))
                .setReported(Times.timestamp(clock.instant()))
                .setClosing(last)
                .setVersion(settings.version())
                .putAllSettings(settings.changed())
                .setJvm(JvmFigures.now())
                .addAllGroups(groups.get())
                .addAllKafkaOverrides(
                        settings.kafka().properties().keySet().stream().sorted().toList());
        settings.security().figures().ifPresent(figures -> report.setCertificates(certificates(figures)));
        published.forEach(figures -> report.addPublished(figures.report()));
        consumed.forEach(figures -> report.addConsumed(figures.report()));
        return report.build();
    }

    private static Certificates certificates(TlsFigures figures) {
        var certificates = Certificates.newBuilder()
                .setRotations(figures.rotations())
                .setRefusals(figures.refusals())
                .setRefused(figures.refused().orElse(""));
        figures.daysLeft().ifPresent(certificates::setDaysLeft);
        return certificates.build();
    }

    /** The version in the jar's manifest; a class folder has none. */
    private static String sdkVersion() {
        return Optional.ofNullable(Reporter.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /**
     * Sends the last report, if there is something to report; the connection must still be open, and sends it out when
     * it is closed.
     */
    @Override
    public void close() {
        schedule.shutdownNow();
        var hasFigures = !published.isEmpty() || !consumed.isEmpty();
        if (hasFigures && !settings.reportEvery().isZero()) {
            report(true);
        }
    }
}
