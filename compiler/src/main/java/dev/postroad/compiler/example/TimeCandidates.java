package dev.postroad.compiler.example;

import build.buf.validate.TimestampRules;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Points in time: what begins lies before what changes, and that before what ends. */
record TimeCandidates(String name, TimestampRules rules, Instant now) {
    private static final Duration DISTANT = Duration.ofDays(36_525);

    List<Message> values() {
        var values = new ArrayList<Message>(rules.getExampleList());
        if (rules.hasConst()) {
            values.add(rules.getConst());
        }
        var usual = now.plus(offset());
        Stream.of(usual, usual.plusSeconds(3600), usual.minusSeconds(86_400), now.plus(DISTANT), now)
                .map(TimeCandidates::timestamp)
                .forEach(values::add);
        Stream.of(rules.getGt(), rules.getGte(), rules.getLt(), rules.getLte())
                .filter(bound -> !bound.equals(Timestamp.getDefaultInstance()))
                .forEach(bound -> {
                    values.add(bound);
                    values.add(
                            bound.toBuilder().setSeconds(bound.getSeconds() + 1).build());
                    values.add(
                            bound.toBuilder().setSeconds(bound.getSeconds() - 1).build());
                    if (bound.getNanos() < 999_999_999) {
                        values.add(
                                bound.toBuilder().setNanos(bound.getNanos() + 1).build());
                    }
                });
        values.add(Timestamp.getDefaultInstance());
        values.add(Timestamp.newBuilder().setSeconds(1).build());
        values.add(Timestamp.newBuilder().setSeconds(-1).build());
        return values;
    }

    private Duration offset() {
        if (name.matches(
                "(?:.*_)?(?:completed|closed|ended|finished|merged|expires|expired|delivered|answered|end|to|until)(?:_.*)?")) {
            return Duration.ofHours(-1);
        }
        return name.matches("(?:.*_)?(?:updated|changed|modified|edited)(?:_.*)?")
                ? Duration.ofHours(-1).minusMinutes(30)
                : Duration.ofHours(-2);
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
