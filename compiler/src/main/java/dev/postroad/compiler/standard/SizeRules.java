package dev.postroad.compiler.standard;

import build.buf.validate.MapRules;
import build.buf.validate.RepeatedRules;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules of a list or map as a whole. */
final class SizeRules {
    private SizeRules() {}

    static List<Rule> of(Type list, RepeatedRules rules) throws UnfitRulesException {
        var result = new ArrayList<Rule>();
        var value = Verdicts.self(list);
        var size = Verdicts.size("size_list", value);
        if (rules.hasMinItems()) {
            result.add(new Rule(
                    "repeated.min_items",
                    "must contain at least %d item(s)".formatted(rules.getMinItems()),
                    Verdicts.atLeast(size, rules.getMinItems())));
        }
        if (rules.hasMaxItems()) {
            result.add(new Rule(
                    "repeated.max_items",
                    "must contain no more than %d item(s)".formatted(rules.getMaxItems()),
                    Verdicts.atMost(size, rules.getMaxItems())));
        }
        if (rules.getUnique()) {
            result.add(new Rule("repeated.unique", "repeated value must contain unique items", unique(value)));
        }
        return result;
    }

    private static Expression unique(Expression list) throws UnfitRulesException {
        var element = list.type().element().kind();
        return switch (element) {
            case BOOL, INT, UINT, DOUBLE, STRING, BYTES ->
                Verdicts.call("unique_list_" + element.name().toLowerCase(Locale.ROOT), list);
            default -> throw new UnfitRulesException("repeated.unique is for lists of scalars, not of messages");
        };
    }

    static List<Rule> of(Type map, MapRules rules) {
        var result = new ArrayList<Rule>();
        var size = Verdicts.size("size_map", Verdicts.self(map));
        if (rules.hasMinPairs()) {
            result.add(new Rule(
                    "map.min_pairs",
                    "map must be at least %d entries".formatted(rules.getMinPairs()),
                    Verdicts.atLeast(size, rules.getMinPairs())));
        }
        if (rules.hasMaxPairs()) {
            result.add(new Rule(
                    "map.max_pairs",
                    "map must be at most %d entries".formatted(rules.getMaxPairs()),
                    Verdicts.atMost(size, rules.getMaxPairs())));
        }
        return result;
    }
}
