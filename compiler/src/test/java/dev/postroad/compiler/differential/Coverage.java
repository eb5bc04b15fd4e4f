package dev.postroad.compiler.differential;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.language.ValidationRules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many messages broke each rule, and how many kept it that had a value to try it on. */
final class Coverage {
    private final Map<String, Integer> broken = new TreeMap<>();
    private final Map<String, Integer> kept = new TreeMap<>();
    private int valid;
    private int invalid;
    private int undecided;

    /** The ids of all standard rules, as the definition of the rules has them. */
    static Set<String> standardRules() {
        var ids =
                new TreeSet<String>(List.of("required", "enum.defined_only", "any.in", "any.not_in", "message.oneof"));
        for (var type : FieldRules.getDescriptor().getFields()) {
            if (type.getContainingOneof() != null) {
                type.getMessageType().getFields().forEach(rule -> ids.addAll(ids(rule)));
            }
        }
        // An example is no rule: it is never broken.
        ids.removeIf(id -> id.endsWith(".example"));
        return ids;
    }

    private static List<String> ids(FieldDescriptor rule) {
        return ValidationRules.predefined(rule).getCelList().stream()
                .map(cel -> cel.getId())
                .toList();
    }

    void count(Message message, Verdict verdict) {
        if (!(verdict instanceof Verdict.Broken found)) {
            undecided++;
            return;
        }
        if (found.violations().isEmpty()) {
            valid++;
        } else {
            invalid++;
        }
        var ids = found.violations().stream().map(Violation::rule).collect(Collectors.toSet());
        ids.forEach(id -> broken.merge(id, 1, Integer::sum));
        var tried = new HashSet<String>();
        message.getAllFields().keySet().forEach(field -> tried("", ValidationRules.of(field), tried));
        if (ValidationRules.of(message.getDescriptorForType()).getOneofCount() > 0) {
            tried.add("message.oneof");
        }
        tried.removeAll(ids);
        tried.forEach(id -> kept.merge(id, 1, Integer::sum));
    }

    /** Rules have ids in the definition of the rules, or else those of their type and name. */
    private static void tried(String type, Message rules, Set<String> tried) {
        rules.getAllFields().forEach((rule, value) -> {
            tried.addAll(ids(rule));
            tried.add(type.isEmpty() ? rule.getName() : type + "." + rule.getName());
            if (value instanceof Message nested) {
                tried(rule.getName(), nested, tried);
            }
        });
    }

    /** The standard and predefined rules that few messages broke, or few kept. */
    List<String> seldom(int least) {
        return Stream.concat(standardRules().stream(), PredefinedRules.ids().stream())
                .filter(rule -> broken(rule) < least || kept(rule) < least)
                .map(rule -> "%s broken by %d, kept by %d".formatted(rule, broken(rule), kept(rule)))
                .toList();
    }

    private int broken(String rule) {
        return broken.getOrDefault(rule, 0);
    }

    private int kept(String rule) {
        return kept.getOrDefault(rule, 0);
    }

    private int share(int part) {
        return Math.round(100f * part / Math.max(1, valid + invalid + undecided));
    }

    int validShare() {
        return share(valid);
    }

    int invalidShare() {
        return share(invalid);
    }

    int undecidedShare() {
        return share(undecided);
    }
}
