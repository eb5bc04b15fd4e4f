package dev.postroad.cli.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.cli.output.Findings;
import dev.postroad.compiler.baseline.Origin;
import dev.postroad.compiler.gate.GateReport;
import dev.postroad.compiler.remark.Allowance;
import java.util.List;

/** The report of a check as documented for {@code --format json}. */
final class CheckJson {
    private CheckJson() {}

    static JsonObject of(GateReport report) {
        var result = new JsonObject();
        result.addProperty("bus", report.bus().name());
        result.addProperty("contracts", report.bus().contracts().size());
        result.addProperty("services", report.bus().services().size());
        report.against().ifPresent(origin -> result.add("against", origin(origin)));
        result.add("findings", Findings.json(report.findings()));
        result.add("allowances", allowances(report.allowances()));
        return result;
    }

    private static JsonObject origin(Origin origin) {
        var object = new JsonObject();
        object.addProperty("kind", origin.kind().toString());
        object.addProperty("name", origin.name());
        if (!origin.commit().isEmpty()) {
            object.addProperty("commit", origin.commit());
        }
        return object;
    }

    private static JsonArray allowances(List<Allowance> allowances) {
        var array = new JsonArray();
        for (var allowance : allowances) {
            var object = new JsonObject();
            object.addProperty("rule", allowance.rule().id());
            object.addProperty("file", allowance.place().file());
            object.addProperty("line", allowance.place().line());
            object.addProperty("reason", allowance.reason());
            array.add(object);
        }
        return array;
    }
}
