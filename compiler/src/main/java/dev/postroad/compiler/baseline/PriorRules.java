package dev.postroad.compiler.baseline;

import dev.postroad.compiler.baseline.Origin.Kind;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** What is to hold of that which a check compares with. */
public final class PriorRules {
    static final Rule EMPTY = Rule.warning(
            "baseline-empty",
            "There are contracts to compare with",
            "Where there is nothing to compare with, every contract counts as new, and no change of it is found: a"
                    + " mistyped or renamed folder would open the gate.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(EMPTY);

    private PriorRules() {}

    /** The finding that a baseline has no contracts. */
    public static Finding empty(Origin origin) {
        return EMPTY.at(
                Place.of(BusRepository.CONTRACTS),
                origin.name(),
                "there are no contracts in %s, so every contract counts as new".formatted(origin),
                origin.kind() == Kind.REVISION
                        ? "if the bus stands in another folder there, write %s:FOLDER".formatted(origin.name())
                        : "if there are some elsewhere, name that place");
    }
}
