package dev.postroad.compiler.differential;

import dev.postroad.compiler.differential.RandomExpression.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes one contract. The order of its choices is what the seed means. */
final class ContractText {
    private static final int TEMPLATES = 8;
    private static final Map<Kind, List<String>> FIELDS_BY_KIND = fieldsByKind();

    /** The fields that rules of the whole message speak of. */
    private static final List<String> FIELDS = List.of(
            "int64 i",
            "int32 j",
            "uint64 u",
            "uint32 v",
            "double d",
            "float f",
            "string s",
            "string w",
            "bytes y",
            "bool b",
            "Color color",
            "google.protobuf.Timestamp t",
            "google.protobuf.Duration p",
            "repeated int64 li",
            "repeated string ls",
            "map<string, int64> m",
            "google.protobuf.Int64Value wi",
            "google.protobuf.StringValue ws",
            "Inner inner",
            "repeated Inner inners");

    /** Rules that make no sense on a number. */
    private static final List<String> MISTAKES = List.of(
            "string { min_len: 1 }",
            "repeated { min_items: 1 }",
            "int64 { gt: 1 }",
            "bytes { pattern: \"(\" }",
            "cel { id: \"mistaken\" expression: \"this.size() > 0\" }",
            "cel { id: \"mistaken\" expression: \"this >\" }",
            "cel { id: \"mistaken\" expression: \"this + 1\" }",
            "cel_expression: \"other == 1\"");

    private final long seed;
    private final Chance chance;
    private final FieldText fields;
    private final List<String> rules = new ArrayList<>();
    private int ruleNumber;

    ContractText(long seed) {
        this.seed = seed;
        this.chance = new Chance(seed);
        this.fields = new FieldText(chance);
    }

    private static Map<Kind, List<String>> fieldsByKind() {
        var fields = new EnumMap<Kind, List<String>>(Kind.class);
        fields.put(Kind.INT, List.of("this.i", "this.j", "this.color", "this.wi", "this.inner.size"));
        fields.put(Kind.UINT, List.of("this.u", "this.v"));
        fields.put(Kind.DOUBLE, List.of("this.d", "this.f"));
        fields.put(Kind.STRING, List.of("this.s", "this.w", "this.ws", "this.inner.name"));
        fields.put(Kind.BYTES, List.of("this.y"));
        fields.put(
                Kind.BOOL,
                List.of(
                        "this.b",
                        "has(this.s)",
                        "has(this.inner)",
                        "has(this.inner.name)",
                        "has(this.wi)",
                        "has(this.li)",
                        "has(this.m)",
                        "(this.inner == this.inner)",
                        "this.inners.all(n, n.size >= 0)",
                        "(has(this.t) && this.t < now)"));
        fields.put(Kind.TIMESTAMP, List.of("this.t"));
        fields.put(Kind.DURATION, List.of("this.p"));
        fields.put(Kind.INTS, List.of("this.li", "this.inners.map(n, n.size)"));
        fields.put(Kind.STRINGS, List.of("this.ls", "this.inners.map(n, n.name)"));
        fields.put(Kind.MAP, List.of("this.m"));
        return fields;
    }

    String text() {
        for (var template = 0; template < TEMPLATES; template++) {
            var place = Math.floorMod(seed * TEMPLATES + template, (long) Template.ALL.size());
            fields.ruled(Template.ALL.get((int) place));
        }
        if (chance.below(5) < 2) {
            expressions();
        }
        if (chance.oneIn(4)) {
            oneof();
        }
        if (chance.oneIn(5)) {
            fields.plain("Root again");
        }
        if (chance.oneIn(5)) {
            exclusiveFields();
        }
        if (chance.oneIn(25)) {
            fields.ruled("int32", "mistaken", chance.any(MISTAKES));
        }
        var root = new ArrayList<>(List.of(
                "option (postroad.topic) = { name: \"random.contract%d.v1\" owner: \"chance\" };".formatted(seed)));
        if (!rules.isEmpty()) {
            root.add("option (buf.validate.message) = { %s };".formatted(String.join(" ", rules)));
        }
        root.addAll(fields.lines());
        return """
                %s
                package differential.s%d;
                import "buf/validate/validate.proto";
                import "%s";
                import "google/protobuf/any.proto";
                import "google/protobuf/duration.proto";
                import "google/protobuf/field_mask.proto";
                import "google/protobuf/timestamp.proto";
                import "google/protobuf/wrappers.proto";
                import "postroad/contract.proto";
                option java_multiple_files = true;
                enum Color { COLOR_UNSPECIFIED = 0; COLOR_RED = 1; COLOR_BLUE = 5; COLOR_NEGATIVE = -1; }
                enum Grade { %s }
                message Inner {
                  %s
                }
                message Root {
                  %s
                }
                """.formatted(
                        fields.syntaxLine(),
                        seed,
                        PredefinedRules.FILE,
                        grades(),
                        String.join("\n  ", inner()),
                        String.join("\n  ", root));
    }

    /** Only a closed enum may begin with another number than 0. */
    private String grades() {
        return fields.syntax() == FieldText.Syntax.PROTO2
                ? "GRADE_LOW = 3; GRADE_NONE = 0; GRADE_HIGH = 7;"
                : "GRADE_NONE = 0; GRADE_LOW = 3; GRADE_HIGH = 7;";
    }

    private List<String> inner() {
        var inner = new FieldText(chance, fields.syntax());
        inner.ruled("string", "name", chance.of("string { min_len: 1 }", "string { max_len: 3 }", ""));
        inner.ruled("int32", "size", chance.of("int32 { gte: 0 }", "required: true", ""));
        inner.plain("repeated Inner more");
        var lines = new ArrayList<>(inner.lines());
        if (chance.oneIn(3)) {
            lines.add("option (buf.validate.message) = { cel { id: \"inner\" expression: \"%s\" } };"
                    .formatted(chance.of("this.size < 5", "this.name != '' || this.size == 0 ? '' : 'no name'")));
        }
        return lines;
    }

    private void expressions() {
        FIELDS.forEach(fields::plain);
        for (var count = chance.between(1, 2); count > 0; count--) {
            rules.add(celRule(new RandomExpression(chance, FIELDS_BY_KIND)));
        }
        for (var count = chance.below(3); count > 0; count--) {
            expressionOfAField("c" + count);
        }
    }

    /** Rules on {@code this} as a value: of a field, of items, of keys and of values. */
    private void expressionOfAField(String name) {
        switch (chance.below(8)) {
            case 0 -> fields.ruled("int64", name, celOf(Kind.INT));
            case 1 -> fields.ruled("string", name, celOf(Kind.STRING));
            case 2 -> fields.ruled("double", name, celOf(Kind.DOUBLE));
            case 3 -> fields.ruled("uint32", name, celOf(Kind.UINT));
            case 6 -> fields.ruled("google.protobuf.UInt32Value", name, celOf(Kind.UINT) + " uint32 { gt: 1 }");
            case 4 -> fields.ruled("google.protobuf.Duration", name, celOf(Kind.DURATION));
            case 5 ->
                fields.ruled(
                        "repeated string",
                        name,
                        "%s repeated { items { %s } }".formatted(celOf(Kind.STRINGS), celOf(Kind.STRING)));
            default ->
                fields.ruled(
                        "map<string, int64>",
                        name,
                        "%s map { keys { %s } values { %s } }"
                                .formatted(celOf(Kind.MAP), celOf(Kind.STRING), celOf(Kind.INT)));
        }
    }

    private String celOf(Kind kind) {
        return celRule(new RandomExpression(chance, Map.of(kind, List.of("this"))));
    }

    private String celRule(RandomExpression expression) {
        var text = expression.rule().replace("\\", "\\\\").replace("\"", "\\\"");
        if (chance.oneIn(5)) {
            return "cel_expression: \"%s\"".formatted(text);
        }
        var message =
                text.contains(" ? '' : ") || chance.oneIn(5) ? "" : " message: \"asks for %d\"".formatted(ruleNumber);
        return "cel { id: \"rule.%d\"%s expression: \"%s\" }".formatted(ruleNumber++, message, text);
    }

    private void oneof() {
        var option = chance.oneIn(2) ? "option (buf.validate.oneof).required = true; " : "";
        fields.add(
                "oneof choice { %sstring o1 = %d [(buf.validate.field).string.min_len = 2]; int32 o2 = %d%s Inner o3 = %d; }"
                        .formatted(
                                option,
                                fields.number(),
                                fields.number(),
                                chance.of(
                                        ";",
                                        " [(buf.validate.field).int32.gt = 3];",
                                        " [(buf.validate.field).required = true];"),
                                fields.number()));
    }

    private void exclusiveFields() {
        fields.plain("string x1");
        fields.ruled("int32", "x2", "int32 { gt: 2 }");
        rules.add("oneof { fields: [\"x1\", \"x2\"]%s }".formatted(chance.oneIn(2) ? " required: true" : ""));
    }
}
