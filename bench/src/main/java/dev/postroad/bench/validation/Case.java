package dev.postroad.bench.validation;

import com.google.protobuf.Message;
import dev.postroad.bench.sample.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured: a way to validate, at work on messages.
 *
 * @param isBroken whether each message breaks a rule, and none of them otherwise
 */
record Case(Shape shape, boolean isBroken, Way way, Way.Work work) {
    /** All cases of messages of one sort. */
    static List<Case> of(Shape shape, boolean isBroken) {
        var cases = new ArrayList<Case>();
        for (var way : Way.values()) {
            cases.add(new Case(shape, isBroken, way, way.work(shape, messages(shape, isBroken))).agreeing());
        }
        return cases;
    }

    private static List<? extends Message> messages(Shape shape, boolean isBroken) {
        return isBroken ? shape.broken() : shape.valid();
    }

    /** Refuses to measure a way with a wrong verdict. */
    private Case agreeing() {
        for (var i = 0; i < Shape.COUNT; i++) {
            var violations = work.run(i);
            if (violations > 0 != isBroken) {
                throw new IllegalStateException("%s finds %d violations in %s %s %d"
                        .formatted(way, violations, isBroken ? "broken" : "valid", shape, i));
            }
        }
        return this;
    }
}
