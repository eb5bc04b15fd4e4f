package dev.postroad.compiler.change;

import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.shape.ConstraintChangeRules;
import dev.postroad.compiler.shape.EnumChangeRules;
import dev.postroad.compiler.shape.ShapeRules;
import java.util.List;
import java.util.stream.Stream;

/** The rules of everything that changes: the ones whose findings can be approved. */
public final class ChangeRules {
    /** All of them. */
    public static final List<Rule> ALL = Stream.of(
                    TopicChangeRules.ALL, ShapeRules.ALL, EnumChangeRules.ALL, ConstraintChangeRules.ALL)
            .flatMap(List::stream)
            .toList();

    private ChangeRules() {}
}
