package dev.postroad.compiler.differential;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.contract.check.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts violations of a map's entries into the order of their keys: the library has them in none. All others keep their
 * places.
 */
final class MapOrder {
    /** The first field of a path, its subscript, and the rest. A key may hold anything, but not what ends it. */
    private static final Pattern PATH =
            Pattern.compile("(\\w+)(\\[\".*?\"\\](?=\\.|$)|\\[[^\"\\]]*\\])?(?:\\.(.*))?", Pattern.DOTALL);

    private record Placed(Violation violation, String rest) {
        String part(int group) {
            var matcher = PATH.matcher(rest);
            return matcher.matches() && matcher.group(group) != null ? matcher.group(group) : "";
        }

        Placed inside() {
            return new Placed(violation, part(3));
        }
    }

    private MapOrder() {}

    static List<Violation> of(Descriptor type, List<Violation> violations) {
        var placed = violations.stream()
                .map(violation -> new Placed(violation, violation.field()))
                .toList();
        return ordered(type, placed).stream().map(Placed::violation).toList();
    }

    private static List<Placed> ordered(Descriptor type, List<Placed> violations) {
        var ordered = new ArrayList<Placed>();
        for (var run : runs(violations, each -> each.part(1) + (each.part(2).isEmpty() ? "" : "[]"))) {
            var field = type.findFieldByName(run.get(0).part(1));
            if (field == null || run.get(0).part(2).isEmpty() && field.isRepeated()) {
                ordered.addAll(run);
            } else if (field.isMapField()) {
                run.stream()
                        .collect(Collectors.groupingBy(each -> each.part(2), TreeMap::new, Collectors.toList()))
                        .values()
                        .forEach(entry ->
                                ordered.addAll(inside(field.getMessageType().findFieldByNumber(2), entry)));
            } else {
                runs(run, each -> each.part(2)).forEach(element -> ordered.addAll(inside(field, element)));
            }
        }
        return ordered;
    }

    private static List<Placed> inside(FieldDescriptor field, List<Placed> violations) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? ordered(
                        field.getMessageType(),
                        violations.stream().map(Placed::inside).toList())
                : violations;
    }

    /** Neighbours that are alike. */
    private static List<List<Placed>> runs(List<Placed> violations, Function<Placed, String> likeness) {
        var runs = new ArrayList<List<Placed>>();
        var last = "";
        for (var violation : violations) {
            var next = likeness.apply(violation);
            if (runs.isEmpty() || !next.equals(last)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(violation);
            last = next;
        }
        return runs;
    }
}
