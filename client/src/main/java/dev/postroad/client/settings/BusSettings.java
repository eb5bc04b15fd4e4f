package dev.postroad.client.settings;

import dev.postroad.client.security.Security;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of one service's connection to the bus.
 *
 * @param service the service's name, as its file in the bus repository has it: lower-case words joined by hyphens
 * @param bootstrap where Kafka is: {@code host:port}, several separated by commas
 * @param reportEvery how often the client reports about itself, at least 100 ms; zero switches reports off
 * @param security how the service and its brokers know each other: TLS, SASL, both or none
 */
public record BusSettings(String service, String bootstrap, Duration reportEvery, Security security) {
    /** The variable that says where Kafka is; {@code localhost:9092} if it is unset. */
    public static final String BOOTSTRAP_VARIABLE = "POSTROAD_BOOTSTRAP";

    /** The variable that says how often to report, such as {@code 10s} or {@code off}; {@code 10s} if it is unset. */
    public static final String REPORT_EVERY_VARIABLE = "POSTROAD_REPORT_EVERY";

    private static final String DEFAULT_BOOTSTRAP = "localhost:9092";
    private static final Duration DEFAULT_REPORT_EVERY = Duration.ofSeconds(10);
    private static final Duration SHORTEST_REPORT_EVERY = Duration.ofMillis(100);
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String ADDRESS = "(?:[^\\s,:/\\[\\]]+|\\[[0-9a-fA-F:.]+]):\\d{1,5}";
    private static final Pattern BOOTSTRAP = Pattern.compile(ADDRESS + "(?:," + ADDRESS + ")*");

    public BusSettings {
        if (!SERVICE.matcher(service).matches()) {
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
    }

    /** Settings without TLS and SASL, as the embedded broker has it. */
    public BusSettings(String service, String bootstrap, Duration reportEvery) {
        this(service, bootstrap, reportEvery, Security.none());
    }

    /**
     * The settings that the environment gives.
     *
     * @throws IllegalArgumentException if a variable does not hold what it should
     */
    public static BusSettings of(String service, Map<String, String> environment) {
        return new BusSettings(
                service,
                environment.getOrDefault(BOOTSTRAP_VARIABLE, DEFAULT_BOOTSTRAP),
                Optional.ofNullable(environment.get(REPORT_EVERY_VARIABLE))
                        .map(BusSettings::reportEvery)
                        .orElse(DEFAULT_REPORT_EVERY),
                Security.of(environment));
    }

    private static Duration reportEvery(String text) {
        if (text.equals("off")) {
            return Duration.ZERO;
        }
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s '%s' is no duration; write it as '10s' or '0.5s', or 'off' for no reports"
                            .formatted(REPORT_EVERY_VARIABLE, text),
                    e);
        }
    }

    /** These settings with another address. */
    public BusSettings withBootstrap(String address) {
        return new BusSettings(service, address, reportEvery, security);
    }

    /** These settings with another interval of reports. */
    public BusSettings withReportEvery(Duration interval) {
        return new BusSettings(service, bootstrap, interval, security);
    }

    /** These settings with other security. */
    public BusSettings withSecurity(Security other) {
        return new BusSettings(service, bootstrap, reportEvery, other);
    }
}
