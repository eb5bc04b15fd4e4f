package dev.postroad.compiler.limit;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import build.buf.validate.MessageRules;
import build.buf.validate.OneofRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the rules of two versions of an element. */
public final class Constraints {
    private final List<ConstraintDifference> differences = new ArrayList<>();

    private Constraints() {}

    /** How the rules of a field have changed, with those of its items, keys and values. */
    public static List<ConstraintDifference> ofField(FieldRules before, FieldRules after) {
        var constraints = new Constraints();
        constraints.field("", before, after);
        return List.copyOf(constraints.differences);
    }

    /** How the rules of a message as a whole have changed. */
    public static List<ConstraintDifference> ofMessage(MessageRules before, MessageRules after) {
        var constraints = new Constraints();
        constraints.add(
                "",
                CelRules.differences(
                        CelRules.all(before.getCelList(), before.getCelExpressionList()),
                        CelRules.all(after.getCelList(), after.getCelExpressionList())));
        constraints.oneofRules(before, after);
        return List.copyOf(constraints.differences);
    }

    /** How the rules of a oneof have changed. */
    public static List<ConstraintDifference> ofOneof(OneofRules before, OneofRules after) {
        var constraints = new Constraints();
        constraints.flag("", "required", before.getRequired(), after.getRequired());
        return List.copyOf(constraints.differences);
    }

    private void field(String path, FieldRules written, FieldRules rewritten) {
        var before = effective(written);
        var after = effective(rewritten);
        flag(path, "required", before.getRequired(), after.getRequired());
        ignore(path, before, after);
        add(
                path,
                CelRules.differences(
                        CelRules.all(before.getCelList(), before.getCelExpressionList()),
                        CelRules.all(after.getCelList(), after.getCelExpressionList())));
        var old = RuleValues.of(before);
        var fresh = RuleValues.of(after);
        for (var part : List.of("items", "keys", "values")) {
            if (old.containsKey(part) || fresh.containsKey(part)) {
                field(path + part + ".", part(old, part), part(fresh, part));
            }
        }
        add(path, new RuleGroups(old, fresh).differences());
    }

    private static FieldRules part(Map<String, Object> rules, String name) {
        return rules.remove(name) instanceof FieldRules part ? part : FieldRules.getDefaultInstance();
    }

    /** Rules that are always ignored are no rules. */
    private static FieldRules effective(FieldRules rules) {
        return rules.getIgnore() == Ignore.IGNORE_ALWAYS ? FieldRules.getDefaultInstance() : rules;
    }

    private void ignore(String path, FieldRules before, FieldRules after) {
        var was = before.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE;
        var is = after.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE;
        var hadRules = before.getAllFields().size() > (before.hasIgnore() ? 1 : 0);
        var hasRules = after.getAllFields().size() > (after.hasIgnore() ? 1 : 0);
        if (was != is && hadRules && hasRules) {
            differences.add(
                    is
                            ? new ConstraintDifference(
                                    Direction.LOOSENED,
                                    path + "ignore: IGNORE_IF_ZERO_VALUE is new, so 0 and empty pass")
                            : new ConstraintDifference(
                                    Direction.TIGHTENED,
                                    path + "ignore: IGNORE_IF_ZERO_VALUE is gone, so 0 and empty are checked"));
        }
    }

    private void oneofRules(MessageRules before, MessageRules after) {
        var old = before.getOneofList();
        var fresh = new ArrayList<>(after.getOneofList());
        for (var rule : old) {
            var same = fresh.stream()
                    .filter(other -> names(other.getFieldsList()).equals(names(rule.getFieldsList())))
                    .findFirst();
            var text = "oneof of " + String.join(", ", rule.getFieldsList());
            if (same.isEmpty()) {
                differences.add(new ConstraintDifference(Direction.LOOSENED, text + " is gone"));
            } else {
                fresh.remove(same.get());
                flag(text + ": ", "required", rule.getRequired(), same.get().getRequired());
            }
        }
        fresh.forEach(rule -> differences.add(new ConstraintDifference(
                Direction.TIGHTENED, "oneof of " + String.join(", ", rule.getFieldsList()) + " is new")));
    }

    private static Set<String> names(List<String> fields) {
        return new HashSet<>(fields);
    }

    private void flag(String path, String name, boolean before, boolean after) {
        if (before != after) {
            differences.add(
                    after
                            ? new ConstraintDifference(Direction.TIGHTENED, path + name + " is new")
                            : new ConstraintDifference(Direction.LOOSENED, path + name + " is gone"));
        }
    }

    private void add(String path, List<ConstraintDifference> found) {
        found.forEach(difference ->
                differences.add(new ConstraintDifference(difference.direction(), path + difference.text())));
    }
}
