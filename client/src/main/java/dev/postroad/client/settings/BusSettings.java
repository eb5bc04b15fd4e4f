package dev.postroad.client.settings;

import dev.postroad.client.security.Security;
import dev.postroad.client.settings.SettingsSource.Said;
import dev.postroad.contract.topic.GroupName;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The settings of one service's connection to the bus; {@link Setting} says what each means.
 *
 * @param service the service's name, as its file in the bus repository has it: lower-case words joined by hyphens
 * @param bootstrap where Kafka is: {@code host:port}, several separated by commas
 * @param reportEvery how often the client reports about itself, at least 100 ms; zero switches reports off
 * @param healthPort the port on which health and metrics are answered, 1 to 65535; 0 for none
 * @param handlerTimeout how long a handler may have one record before it counts as stuck, a minute to a day
 * @param closeWithin how long handlers may go on when the bus closes, up to 5 minutes
 * @param startFrom where a group begins that has not committed anything
 * @param version the service's version, by which its reports and measurements are told apart; not blank
 * @param tracing what is traced
 * @param security how the service and its brokers know each other: TLS, SASL, both or none
 * @param kafka properties of Kafka's clients that are to be otherwise than Postroad sets them
 */
public record BusSettings(
        String service,
        String bootstrap,
        Duration reportEvery,
        int healthPort,
        Duration handlerTimeout,
        Duration closeWithin,
        StartFrom startFrom,
        String version,
        Tracing tracing,
        Security security,
        KafkaOverrides kafka) {
    /** The variable with the name of a file of settings, one {@code name=value} on each line; none if it is unset. */
    public static final String FILE_VARIABLE = "POSTROAD_SETTINGS_FILE";

    private static final Duration SHORTEST_REPORT_EVERY = Duration.ofMillis(100);
    private static final Duration SHORTEST_HANDLER_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration LONGEST_HANDLER_TIMEOUT = Duration.ofDays(1);
    private static final Duration LONGEST_CLOSE = Duration.ofMinutes(5);
    private static final int LAST_PORT = 65_535;
    private static final String ADDRESS = "(?:[^\\s,:/\\[\\]]+|\\[[0-9a-fA-F:.]+]):\\d{1,5}";
    private static final Pattern BOOTSTRAP = Pattern.compile(ADDRESS + "(?:," + ADDRESS + ")*");

    public BusSettings {
        if (!GroupName.isWord(service)) {
            throw new IllegalArgumentException(
                    "'%s' is no service name; use lower-case words joined by hyphens, such as order-mailer"
                            .formatted(service));
        }
        if (!BOOTSTRAP.matcher(bootstrap).matches()) {
            throw new IllegalArgumentException(
                    "bootstrap '%s' is no address; write it as host:port, several separated by commas"
                            .formatted(bootstrap));
        }
        if (!reportEvery.isZero() && reportEvery.compareTo(SHORTEST_REPORT_EVERY) < 0) {
            throw new IllegalArgumentException(
                    "reports cannot go out each %s; use at least 100 ms, or zero for none".formatted(reportEvery));
        }
        if (healthPort < 0 || healthPort > LAST_PORT) {
            throw new IllegalArgumentException(
                    "%d is no port for health; use 1 to 65535, or 0 for none".formatted(healthPort));
        }
        if (handlerTimeout.compareTo(SHORTEST_HANDLER_TIMEOUT) < 0
                || handlerTimeout.compareTo(LONGEST_HANDLER_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "a handler cannot count as stuck after %s; use a minute to a day".formatted(handlerTimeout));
        }
        if (closeWithin.isNegative() || closeWithin.compareTo(LONGEST_CLOSE) > 0) {
            throw new IllegalArgumentException(
                    "handlers cannot go on for %s when the bus closes; use up to 5 minutes".formatted(closeWithin));
        }
        kafka.properties().keySet().stream()
                .filter(security::decides)
                .findFirst()
                .ifPresent(property -> {
                    throw new IllegalArgumentException(
                            "Kafka's %s is overridden, but follows from the settings for TLS and SASL; take one of them out"
                                    .formatted(property));
                });
    }

    /** Settings of which all but these are the standard. */
    public BusSettings(String service, String bootstrap, Duration reportEvery) {
        this(
                service,
                bootstrap,
                reportEvery,
                0,
                duration(standard(Setting.HANDLER_TIMEOUT)),
                duration(standard(Setting.CLOSE_WITHIN)),
                startFrom(standard(Setting.START_FROM)),
                Setting.VERSION.standard(),
                tracing(standard(Setting.TRACE), standard(Setting.TRACE_RATIO)),
                Security.none(),
                KafkaOverrides.none());
    }

    private static Said standard(Setting setting) {
        return new Said(setting.name(), setting.standard());
    }

    /**
     * The settings that an environment gives, and the file that it names.
     *
     * @throws IllegalArgumentException if one does not hold what it should; the sentence says which, and where
     */
    public static BusSettings of(String service, Map<String, String> environment) {
        var source = SettingsSource.of(environment);
        return new BusSettings(
                service,
                source.find(Setting.BOOTSTRAP).text(),
                reportEvery(source.find(Setting.REPORT_EVERY)),
                port(source.find(Setting.HEALTH_PORT)),
                duration(source.find(Setting.HANDLER_TIMEOUT)),
                duration(source.find(Setting.CLOSE_WITHIN)),
                startFrom(source.find(Setting.START_FROM)),
                source.find(Setting.VERSION).text(),
                tracing(source.find(Setting.TRACE), source.find(Setting.TRACE_RATIO)),
                Security.of(source.security()),
                source.overrides());
    }

    private static Duration reportEvery(Said said) {
        return said.text().equals("off") ? Duration.ZERO : duration(said, ", or 'off' for no reports");
    }

    private static Duration duration(Said said) {
        return duration(said, "");
    }

    private static Duration duration(Said said, String otherwise) {
        try {
            return Duration.parse("PT" + said.text());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s '%s' is no duration; write it as '10s' or '0.5s'%s"
                            .formatted(said.where(), said.text(), otherwise),
                    e);
        }
    }

    private static int port(Said said) {
        if (said.text().equals("off")) {
            return 0;
        }
        if (!said.text().matches("[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException(
                    "%s '%s' is no port; use a number from 1 to 65535, or 'off'".formatted(said.where(), said.text()));
        }
        return Integer.parseInt(said.text());
    }

    private static StartFrom startFrom(Said said) {
        try {
            return StartFrom.valueOf(said.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s '%s' is neither oldest nor newest".formatted(said.where(), said.text()), e);
        }
    }

    private static Tracing tracing(Said mode, Said ratio) {
        return new Tracing(traceMode(mode), ratio(ratio));
    }

    private static TraceMode traceMode(Said said) {
        try {
            return TraceMode.valueOf(said.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s '%s' is none of parent, link and off".formatted(said.where(), said.text()), e);
        }
    }

    private static double ratio(Said said) {
        try {
            return Double.parseDouble(said.text());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s '%s' is no number; use one from 0 to 1, such as 0.01".formatted(said.where(), said.text()), e);
        }
    }

    /** These settings of a service with another name. */
    public BusSettings withService(String name) {
        return changed(draft -> draft.service = name);
    }

    /** These settings with another address. */
    public BusSettings withBootstrap(String address) {
        return changed(draft -> draft.bootstrap = address);
    }

    /** These settings with another interval of reports. */
    public BusSettings withReportEvery(Duration interval) {
        return changed(draft -> draft.reportEvery = interval);
    }

    /** These settings with another port for health. */
    public BusSettings withHealthPort(int port) {
        return changed(draft -> draft.healthPort = port);
    }

    /** These settings with another time after which a handler counts as stuck. */
    public BusSettings withHandlerTimeout(Duration time) {
        return changed(draft -> draft.handlerTimeout = time);
    }

    /** These settings with another time for handlers when the bus closes. */
    public BusSettings withCloseWithin(Duration time) {
        return changed(draft -> draft.closeWithin = time);
    }

    /** These settings with another beginning for new groups. */
    public BusSettings withStartFrom(StartFrom beginning) {
        return changed(draft -> draft.startFrom = beginning);
    }

    /** These settings with another version of the service. */
    public BusSettings withVersion(String name) {
        return changed(draft -> draft.version = name);
    }

    /** These settings with other traces. */
    public BusSettings withTracing(TraceMode mode, double ratio) {
        return changed(draft -> draft.tracing = new Tracing(mode, ratio));
    }

    /** These settings with other security. */
    public BusSettings withSecurity(Security other) {
        return changed(draft -> draft.security = other);
    }

    /** These settings with other properties of Kafka's clients. */
    public BusSettings withKafka(Map<String, String> properties) {
        return changed(draft -> draft.kafka = new KafkaOverrides(properties));
    }

    /** The settings that are not the standard, by name, as they would be written; none that is a secret. */
    public Map<String, String> changed() {
        var standard = new BusSettings(service, bootstrap, duration(standard(Setting.REPORT_EVERY)));
        var changed = new TreeMap<String, String>();
        put(changed, Setting.REPORT_EVERY, reportEvery, standard.reportEvery);
        put(changed, Setting.HEALTH_PORT, healthPort, standard.healthPort);
        put(changed, Setting.HANDLER_TIMEOUT, handlerTimeout, standard.handlerTimeout);
        put(changed, Setting.CLOSE_WITHIN, closeWithin, standard.closeWithin);
        put(changed, Setting.START_FROM, startFrom, standard.startFrom);
        put(changed, Setting.TRACE, tracing.mode(), standard.tracing.mode());
        put(changed, Setting.TRACE_RATIO, tracing.ratio(), standard.tracing.ratio());
        security.tls().ifPresent(tls -> changed.put("tls", tls.toString()));
        security.sasl().ifPresent(sasl -> changed.put("sasl", sasl.toString()));
        return changed;
    }

    private static void put(Map<String, String> changed, Setting setting, Object value, Object standard) {
        if (!value.equals(standard)) {
            changed.put(setting.name(), written(value));
        }
    }

    private static String written(Object value) {
        if (value instanceof Duration duration) {
            return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
        }
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private BusSettings changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new BusSettings(
                draft.service,
                draft.bootstrap,
                draft.reportEvery,
                draft.healthPort,
                draft.handlerTimeout,
                draft.closeWithin,
                draft.startFrom,
                draft.version,
                draft.tracing,
                draft.security,
                draft.kafka);
    }

    /** Settings while one of them is changed. */
    private static final class Draft {
        private String service;
        private String bootstrap;
        private Duration reportEvery;
        private int healthPort;
        private Duration handlerTimeout;
        private Duration closeWithin;
        private StartFrom startFrom;
        private String version;
        private Tracing tracing;
        private Security security;
        private KafkaOverrides kafka;

        Draft(BusSettings settings) {
            service = settings.service;
            bootstrap = settings.bootstrap;
            reportEvery = settings.reportEvery;
            healthPort = settings.healthPort;
            handlerTimeout = settings.handlerTimeout;
            closeWithin = settings.closeWithin;
            startFrom = settings.startFrom;
            version = settings.version;
            tracing = settings.tracing;
            security = settings.security;
            kafka = settings.kafka;
        }
    }
}
