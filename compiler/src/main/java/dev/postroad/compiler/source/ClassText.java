package dev.postroad.compiler.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a class that is being written. */
final class ClassText {
    private final Map<Constant, String> constants = new LinkedHashMap<>();
    private final StringBuilder methods = new StringBuilder();
    private final Map<String, Integer> used = new HashMap<>();

    private record Constant(String type, String value) {}

    /** A name that no other member has. */
    String unique(String stem) {
        var count = used.merge(stem, 1, Integer::sum);
        return stem + count;
    }

    /** The name of a constant with a value, which is written once. */
    String constant(String type, String stem, String value) {
        return constants.computeIfAbsent(new Constant(type, value), constant -> unique(stem));
    }

    /**
     * Adds a method.
     *
     * @param head such as {@code boolean rule1(long self)}
     * @param body its lines, indented as within a method of a class
     */
    void method(String head, String body) {
        methods.append("\n    private static ")
                .append(head)
                .append(" {\n")
                .append(body)
                .append("    }\n");
    }

    String constants() {
        var text = new StringBuilder();
        constants.forEach(
                (constant, name) -> text.append("    private static final %s %s = ".formatted(constant.type(), name))
                        .append(constant.value())
                        .append(";\n"));
        return text.toString();
    }

    String methods() {
        return methods.toString();
    }
}
