package dev.postroad.client.settings;

import dev.postroad.client.security.SecurityVariable;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that a service may say about its connection to the bus, declared once: what reads settings and the
 * reference page are drawn from this.
 *
 * @param name in a file of settings, and of the component of {@link BusSettings}
 * @param variable of the environment
 * @param standard what holds if nothing is said, as it would be written
 * @param meaning in a sentence
 */
public record Setting(String name, String variable, String standard, String meaning) {
    static final Setting BOOTSTRAP = new Setting(
            "bootstrap",
            "POSTROAD_BOOTSTRAP",
            "localhost:9092",
            "Where Kafka is: `host:port`, several separated by commas.");

    static final Setting REPORT_EVERY = new Setting(
            "reportEvery",
            "POSTROAD_REPORT_EVERY",
            "10s",
            "How often the client reports about itself, at least each 100 ms, such as `10s` or `0.5s`; or `off`.");

    static final Setting HEALTH_PORT = new Setting(
            "healthPort",
            "POSTROAD_HEALTH_PORT",
            "off",
            "The port on which health and metrics are answered, 1 to 65535; or `off`.");

    static final Setting HANDLER_TIMEOUT = new Setting(
            "handlerTimeout",
            "POSTROAD_HANDLER_TIMEOUT",
            "5m",
            "How long a handler may have one record before it counts as stuck, and the process is no longer live: a minute to a day.");

    static final Setting CLOSE_WITHIN = new Setting(
            "closeWithin",
            "POSTROAD_CLOSE_WITHIN",
            "3s",
            "How long handlers may go on when the bus closes, before they are interrupted: up to 5 minutes.");

    static final Setting START_FROM = new Setting(
            "startFrom",
            "POSTROAD_START_FROM",
            "oldest",
            "Where a group begins that has not committed anything: at the `oldest` record, or at the `newest`.");

    static final Setting VERSION = new Setting(
            "version",
            "POSTROAD_VERSION",
            "unknown",
            "The version of the service, by which its reports and measurements are told apart.");

    static final Setting TRACE = new Setting(
            "trace",
            "POSTROAD_TRACE",
            "parent",
            "Whether handling a record continues its publisher's trace (`parent`), begins one that is linked to it (`link`), or records carry no traces (`off`).");

    static final Setting TRACE_RATIO = new Setting(
            "traceRatio",
            "POSTROAD_TRACE_RATIO",
            "0.01",
            "How many of the records that begin a trace are sampled, 0 to 1. Those that continue a trace follow it.");

    /** All of them. */
    public static final List<Setting> ALL = Stream.concat(
                    Stream.of(
                            BOOTSTRAP,
                            REPORT_EVERY,
                            HEALTH_PORT,
                            HANDLER_TIMEOUT,
                            CLOSE_WITHIN,
                            START_FROM,
                            VERSION,
                            TRACE,
                            TRACE_RATIO),
                    Stream.of(SecurityVariable.values()).map(Setting::of))
            .toList();

    private static Setting of(SecurityVariable security) {
        return new Setting(security.setting(), security.variable(), "none", security.meaning());
    }
}
