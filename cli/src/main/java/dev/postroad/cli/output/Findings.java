package dev.postroad.cli.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Impact;
import dev.postroad.compiler.finding.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what a check found. */
public final class Findings {
    private Findings() {}

    /** One line for each finding, and a last one with their number. */
    public static void print(List<Finding> findings, PrintWriter out) {
        findings.forEach(finding -> lines(finding).forEach(out::println));
        var errors = count(findings, Severity.ERROR);
        var warnings = findings.size() - errors;
        out.println(Counted.of(errors, "error") + ", " + Counted.of(warnings, "warning"));
    }

    /** A finding as a compiler prints it, and below it for whom a change breaks and whom it touches. */
    public static List<String> lines(Finding finding) {
        var lines = new ArrayList<String>();
        lines.add(finding.toString());
        if (!finding.breaks().isEmpty()) {
            lines.add("    breaks " + joined(finding.breaks(), Breakage::words));
        }
        if (!finding.impact().isEmpty()) {
            lines.add("    touches " + joined(finding.impact(), Impact::toString));
        }
        return lines;
    }

    private static <T> String joined(List<T> values, Function<T, String> words) {
        return values.stream().map(words).collect(Collectors.joining(", "));
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
            object.addProperty("rule", finding.rule().id());
            object.addProperty("severity", finding.severity().toString());
            object.addProperty("file", finding.place().file());
            object.addProperty("line", finding.place().line());
            object.addProperty("topic", finding.topic());
            object.addProperty("subject", finding.subject());
            object.addProperty("message", finding.message());
            object.addProperty("fix", finding.fix());
            object.add("breaks", texts(finding.breaks()));
            object.add("impact", impact(finding.impact()));
            array.add(object);
        }
        return array;
    }

    private static JsonArray impact(List<Impact> services) {
        var array = new JsonArray();
        for (var service : services) {
            var object = new JsonObject();
            object.addProperty("service", service.service());
            object.addProperty("team", service.team());
            object.addProperty("use", service.use().toString());
            object.add("fields", texts(service.fields()));
            array.add(object);
        }
        return array;
    }

    private static JsonArray texts(List<?> values) {
        var array = new JsonArray();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }
}
