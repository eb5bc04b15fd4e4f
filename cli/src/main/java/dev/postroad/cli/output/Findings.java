package dev.postroad.cli.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Severity;
import java.io.PrintWriter;
import java.util.List;

/** Prints what a check found. */
public final class Findings {
    private Findings() {}

    /** One line for each finding, and a last one with their number. */
    public static void print(List<Finding> findings, PrintWriter out) {
        findings.forEach(out::println);
        var errors = count(findings, Severity.ERROR);
        var warnings = findings.size() - errors;
        out.println(Counted.of(errors, "error") + ", " + Counted.of(warnings, "warning"));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** The findings as documented for {@code check --format json}. */
    public static JsonArray json(List<Finding> findings) {
        var array = new JsonArray();
        for (var finding : findings) {
            var object = new JsonObject();
            object.addProperty("rule", finding.rule());
            object.addProperty("severity", finding.severity().toString());
            object.addProperty("file", finding.place().file());
            object.addProperty("line", finding.place().line());
            object.addProperty("subject", finding.subject());
            object.addProperty("message", finding.message());
            object.addProperty("fix", finding.fix());
            array.add(object);
        }
        return array;
    }
}
