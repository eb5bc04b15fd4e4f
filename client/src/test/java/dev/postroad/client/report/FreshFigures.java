package dev.postroad.client.report;

import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.telemetry.ProcessTracing;
import dev.postroad.client.telemetry.RunSampler;
import dev.postroad.client.telemetry.Telemetry;
import dev.postroad.contract.topic.Contract;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Map;

/** What a subscription counts and traces, told to nobody; for tests of other packages. */
public final class FreshFigures {
    private static final Telemetry TELEMETRY = new Telemetry(
            BusSettings.of("billing", Map.of("POSTROAD_BOOTSTRAP", "localhost:9092")), OpenTelemetry.noop());

    private FreshFigures() {}

    /** Figures at zero. */
    public static ConsumeFigures of(Contract contract, String group) {
        var times = TELEMETRY.consumingTimes(contract.kafkaTopic(), group);
        return new ConsumeFigures(contract, group, "test", times, new RunSampler(0));
    }

    /** Traces of nothing. */
    public static ProcessTracing tracing(String group) {
        return TELEMETRY.processing(group);
    }
}
