package dev.postroad.compiler.example;

import build.buf.validate.DurationRules;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lengths of time, usual ones and those about their bounds. */
record DurationCandidates(DurationRules rules, Literals literals) {
    List<Message> values() {
        var values = new ArrayList<Message>(rules.getExampleList());
        if (rules.hasConst()) {
            values.add(rules.getConst());
        }
        values.addAll(rules.getInList());
        Stream.of(90L, 5L, 3_600L, 86_400L).map(Durations::fromSeconds).forEach(values::add);
        Stream.of(rules.getGt(), rules.getGte(), rules.getLt(), rules.getLte()).forEach(bound -> around(bound, values));
        literals.numbers().stream()
                .map(BigDecimal::longValue)
                .filter(seconds -> Math.abs(seconds) < 1_000_000_000)
                .map(Durations::fromSeconds)
                .forEach(values::add);
        return values;
    }

    private static void around(Duration bound, List<Message> values) {
        if (!Durations.isValid(bound) || Math.abs(bound.getSeconds()) > Durations.MAX_VALUE.getSeconds() - 2) {
            return;
        }
        values.add(bound);
        values.add(Durations.add(bound, Durations.fromSeconds(1)));
        values.add(Durations.subtract(bound, Durations.fromSeconds(1)));
        values.add(Durations.add(bound, Durations.fromNanos(1)));
        values.add(Durations.subtract(bound, Durations.fromNanos(1)));
    }
}
