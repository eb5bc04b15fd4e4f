package dev.postroad.compiler.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the fields of one message in one of the syntaxes, with and without presence. */
final class FieldText {
    private static final List<String> KEYS = List.of(
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "bool",
            "string");
    private static final Map<String, String> WRAPPERS = Map.of(
            "int32",
            "Int32Value",
            "int64",
            "Int64Value",
            "uint32",
            "UInt32Value",
            "uint64",
            "UInt64Value",
            "float",
            "FloatValue",
            "double",
            "DoubleValue",
            "bool",
            "BoolValue",
            "string",
            "StringValue",
            "bytes",
            "BytesValue");

    private final Chance chance;
    private final Syntax syntax;
    private final List<String> lines = new ArrayList<>();
    private int number;

    enum Syntax {
        PROTO3("syntax = \"proto3\";"),
        PROTO2("syntax = \"proto2\";"),
        EDITION("edition = \"2023\";");

        private final String line;

        Syntax(String line) {
            this.line = line;
        }
    }

    FieldText(Chance chance) {
        this(
                chance,
                chance.of(Syntax.PROTO3, Syntax.PROTO3, Syntax.PROTO3, Syntax.PROTO3, Syntax.PROTO2, Syntax.EDITION));
    }

    FieldText(Chance chance, Syntax syntax) {
        this.chance = chance;
        this.syntax = syntax;
    }

    Syntax syntax() {
        return syntax;
    }

    String syntaxLine() {
        return syntax.line;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The next number of a field. */
    int number() {
        return ++number;
    }

    void add(String line) {
        lines.add(line);
    }

    /** A field without rules. */
    void plain(String declaration) {
        var space = declaration.lastIndexOf(' ');
        ruled(declaration.substring(0, space), declaration.substring(space + 1), "");
    }

    /**
     * A field with the rules of a template, placed on a field, on items, on keys or values of a map, or on a wrapper.
     */
    void ruled(Template template) {
        var type = template.type();
        var rules = template.rules().apply(chance);
        var name = "f" + (number + 1);
        var isCollection = type.startsWith("repeated") || type.startsWith("map");
        var place = isCollection ? 9 : chance.of(0, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        if (place == 0) {
            ruled("repeated " + type, name, "repeated { items { %s%s } }%s".formatted(rules, ignored(3), around()));
        } else if (place == 1 && !(type.equals("Grade") && syntax == Syntax.PROTO2)) {
            // An enum in a map begins with 0.
            ruled(
                    "map<%s, %s>".formatted(chance.any(KEYS), type),
                    name,
                    "map { values { %s%s } }".formatted(rules, ignored(3)));
        } else if (place == 2 && KEYS.contains(type)) {
            ruled("map<%s, string>".formatted(type), name, "map { keys { %s } }".formatted(rules));
        } else if (place == 3 && WRAPPERS.containsKey(type)) {
            ruled("google.protobuf." + WRAPPERS.get(type), name, rules + around());
        } else {
            ruled(type, name, rules + around());
        }
    }

    void ruled(String type, String name, String rules) {
        var isCollection = type.startsWith("repeated") || type.startsWith("map");
        var isMessage = type.startsWith("google") || type.equals("Inner") || type.equals("Root");
        var options = new ArrayList<String>();
        if (!rules.isEmpty()) {
            options.add("(buf.validate.field) = { %s }".formatted(rules));
        }
        if (syntax == Syntax.EDITION && !isCollection && !isMessage && chance.oneIn(3)) {
            options.add("features.field_presence = IMPLICIT");
        }
        lines.add("%s%s %s = %d%s;"
                .formatted(
                        isCollection ? "" : label(isMessage),
                        type,
                        name,
                        number(),
                        options.isEmpty() ? "" : " [%s]".formatted(String.join(", ", options))));
    }

    private String label(boolean isMessage) {
        return switch (syntax) {
            case PROTO3 -> !isMessage && chance.oneIn(3) ? "optional " : "";
            case PROTO2 -> "optional ";
            case EDITION -> "";
        };
    }

    /** What stands beside the rules of a field now and then. */
    private String around() {
        return ignored(8) + (chance.oneIn(8) ? " required: true" : "");
    }

    private String ignored(int times) {
        return chance.oneIn(times)
                ? " ignore: "
                        + chance.of(
                                "IGNORE_IF_ZERO_VALUE", "IGNORE_IF_ZERO_VALUE", "IGNORE_ALWAYS", "IGNORE_UNSPECIFIED")
                : "";
    }
}
