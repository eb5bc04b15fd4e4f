package dev.postroad.compiler.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A type of field and rules that fit it.
 *
 * @param type as in a {@code .proto} file, such as {@code int32}
 * @param rules the rules of {@code buf.validate.FieldRules} in text format, limits drawn by chance
 */
record Template(String type, Function<Chance, String> rules) {
    private static final List<String> SIGNED = List.of("int32", "int64", "sint32", "sint64", "sfixed32", "sfixed64");
    private static final List<String> UNSIGNED = List.of("uint32", "uint64", "fixed32", "fixed64");
    private static final List<String> FLOATING = List.of("float", "double");
    private static final List<String> FORMATS = List.of(
            "email",
            "hostname",
            "ip",
            "ipv4",
            "ipv6",
            "uri",
            "uri_ref",
            "address",
            "uuid",
            "tuuid",
            "ip_with_prefixlen",
            "ipv4_with_prefixlen",
            "ipv6_with_prefixlen",
            "ip_prefix",
            "ipv4_prefix",
            "ipv6_prefix",
            "host_and_port",
            "ulid",
            "protobuf_fqn",
            "protobuf_dot_fqn");
    private static final List<String> STRINGS = List.of("a", "ab", "abc", "\u00e9", "\u65e5\u672c", "a b", "foo", "x1");
    private static final List<String> BYTES = List.of("a", "ab", "\\000\\377", "abc", "\\303\\251", "xyz");
    private static final List<String> PATTERNS = List.of(
            "^[a-z]{2,4}$",
            "a+b?",
            "^a|b$",
            "(?i)foo",
            "\\\\bx1\\\\b",
            "^\\\\w+$",
            "^\\\\p{L}*$",
            "[^a-c]",
            "(?m)^a$",
            "^$");

    /** All kinds of standard rules, each at least once. */
    static final List<Template> ALL = all();

    private static List<Template> all() {
        var all = new ArrayList<Template>();
        SIGNED.forEach(type -> ranges(all, type, "", chance -> integer(chance, chance.oneIn(3))));
        UNSIGNED.forEach(type -> ranges(all, type, "", chance -> unsigned(chance, type.endsWith("64"))));
        FLOATING.forEach(type -> {
            ranges(all, type, "", Template::floating);
            add(all, type, chance -> "finite: " + !chance.oneIn(5));
        });
        ranges(all, "google.protobuf.Duration", "duration", Template::time);
        ranges(all, "google.protobuf.Timestamp", "timestamp", Template::time);
        times(all);
        strings(all);
        bytes(all);
        collections(all);
        add(all, "bool", chance -> "const: " + chance.oneIn(2));
        for (var rule : List.of("const: %d", "in: [%d, 5]", "not_in: [%d, 1]", "defined_only: true")) {
            all.add(new Template("Color", chance -> "enum { %s }".formatted(rule.formatted(chance.below(7)))));
            all.add(new Template("Grade", chance -> "enum { %s }".formatted(rule.formatted(chance.of(0, 3, 7)))));
        }
        all.addAll(PredefinedRules.templates());
        return List.copyOf(all);
    }

    private static void add(List<Template> all, String type, Function<Chance, String> rules) {
        all.add(new Template(type, chance -> "%s { %s }".formatted(type, rules.apply(chance))));
    }

    /**
     * The rules of what has an order. With both ends the second may lie below the first: then the middle is shut out.
     */
    private static void ranges(List<Template> all, String type, String name, Function<Chance, String> value) {
        var rule = name.isEmpty() ? type : name;
        var forms = new ArrayList<>(List.of("const: @", "lt: @", "lte: @", "gt: @", "gte: @"));
        forms.addAll(List.of("gt: % lt: #", "gt: % lte: #", "gte: % lt: #", "gte: % lte: #"));
        forms.addAll(List.of("gt: # lt: %", "gt: # lte: %", "gte: # lt: %", "gte: # lte: %"));
        if (!name.equals("timestamp")) {
            forms.addAll(List.of("in: [@, @]", "not_in: [@, @]", "in: [@] not_in: [@] gte: @"));
        }
        for (var form : forms) {
            all.add(new Template(type, chance -> {
                var text = form.replace("#", plain(name, chance.of(7, 10, 100)))
                        .replace("%", plain(name, chance.of(0, 1, 2, 7)));
                while (text.contains("@")) {
                    text = text.replaceFirst("@", value.apply(chance));
                }
                return "%s { %s }".formatted(rule, text);
            }));
        }
    }

    private static String plain(String name, int number) {
        return name.isEmpty() ? "" + number : "{ seconds: %d }".formatted(number);
    }

    private static String integer(Chance chance, boolean isNegative) {
        return (isNegative ? "-" : "") + chance.of("0", "1", "2", "7", "10", "100", "2147483647");
    }

    /** Now and then a number that is negative where it is read as a signed one. */
    private static String unsigned(Chance chance, boolean isLong) {
        if (!chance.oneIn(4)) {
            return integer(chance, false);
        }
        return isLong
                ? chance.of("9223372036854775806", "9223372036854775807", "9223372036854775808", "18446744073709551615")
                : chance.of("2147483648", "3000000000", "4294967295");
    }

    private static String floating(Chance chance) {
        return chance.oneIn(8)
                ? chance.of("inf", "-inf", "nan", "1e30", "-1e-7")
                : chance.of("0", "-0.0", "1.5", "-1", "3", "0.1", "7");
    }

    private static String time(Chance chance) {
        var sign = chance.oneIn(4) ? "-" : "";
        var nanos = chance.oneIn(2) ? " nanos: %s%d".formatted(sign, chance.of(1, 500_000_000, 999_999_999)) : "";
        return "{ seconds: %s%d%s }".formatted(sign, chance.of(0, 1, 60, 3_600, 1_000_000), nanos);
    }

    private static void times(List<Template> all) {
        for (var rule : List.of(
                "lt_now: true",
                "gt_now: true",
                "within { seconds: 86400 }",
                "lt_now: true within { seconds: 1000000000 }",
                "gt_now: true lt { seconds: 4000000000 }",
                "gte { seconds: 946684800 } lt_now: true")) {
            all.add(new Template("google.protobuf.Timestamp", chance -> "timestamp { %s }".formatted(rule)));
        }
    }

    private static void strings(List<Template> all) {
        for (var rule : List.of(
                "len: #",
                "min_len: #",
                "max_len: #",
                "len_bytes: #",
                "min_bytes: #",
                "max_bytes: #",
                "const: \"@\"",
                "prefix: \"@\"",
                "suffix: \"@\"",
                "contains: \"@\"",
                "not_contains: \"@\"",
                "in: [\"@\", \"foo\"]",
                "not_in: [\"@\", \"foo\"]",
                "min_len: # max_len: 4 prefix: \"@\" not_in: [\"ab\"]")) {
            add(all, "string", chance -> rule.replace("#", "" + chance.below(6)).replace("@", chance.any(STRINGS)));
        }
        for (var pattern : PATTERNS) {
            add(all, "string", chance -> "pattern: \"%s\"".formatted(pattern));
        }
        for (var format : FORMATS) {
            add(all, "string", chance -> format + ": " + !chance.oneIn(12));
        }
        for (var part : List.of("NAME", "VALUE", "NAME", "VALUE")) {
            var strict = List.of("", " strict: true", " strict: false");
            add(all, "string", chance -> "well_known_regex: KNOWN_REGEX_HTTP_HEADER_" + part + chance.any(strict));
        }
    }

    private static void bytes(List<Template> all) {
        for (var rule : List.of(
                "len: #",
                "min_len: #",
                "max_len: #",
                "const: \"@\"",
                "prefix: \"@\"",
                "suffix: \"@\"",
                "contains: \"@\"",
                "in: [\"@\", \"xyz\"]",
                "not_in: [\"@\", \"xyz\"]",
                "pattern: \"^[a-c]+$\"",
                "ip: true",
                "ipv4: true",
                "ipv6: true",
                "uuid: true",
                "ip: false")) {
            add(all, "bytes", chance -> rule.replace("#", "" + chance.below(6)).replace("@", chance.any(BYTES)));
        }
    }

    private static void collections(List<Template> all) {
        for (var type : List.of("string", "int32", "uint64", "double", "bytes", "bool", "Color")) {
            all.add(new Template("repeated " + type, chance -> "repeated { unique: true }"));
        }
        all.add(new Template(
                "repeated google.protobuf.Int64Value",
                chance -> "cel { id: \"few\" message: \"few\" expression: \"this.size() < %d\" }"
                        .formatted(chance.between(1, 3))));
        all.add(new Template(
                "repeated google.protobuf.StringValue",
                chance ->
                        "repeated { items { cel { id: \"short\" message: \"short\" expression: \"this.size() < %d\" } } }"
                                .formatted(chance.between(1, 3))));
        for (var rule : List.of("min_items: #", "max_items: #", "min_items: 1 max_items: # unique: true")) {
            all.add(new Template(
                    "repeated string", chance -> "repeated { %s }".formatted(rule.replace("#", "" + chance.below(4)))));
            all.add(new Template(
                    "repeated Inner",
                    chance -> "repeated { %s }"
                            .formatted(rule.replace("# unique: true", "3").replace("#", "2"))));
        }
        for (var rule : List.of("min_pairs: #", "max_pairs: #", "min_pairs: 1 max_pairs: #")) {
            all.add(new Template(
                    "map<string, int32>", chance -> "map { %s }".formatted(rule.replace("#", "" + chance.below(4)))));
        }
        all.add(new Template(
                "google.protobuf.Any",
                chance -> "any { in: [\"type.googleapis.com/google.protobuf.Duration\", \"b\"] }"));
        all.add(new Template("google.protobuf.Any", chance -> "any { not_in: [\"\", \"b\"] }"));
        for (var rule :
                List.of("const { paths: [\"a\", \"b.c\"] }", "in: [\"a\", \"b\"]", "not_in: [\"a\", \"b.c\"]")) {
            all.add(new Template("google.protobuf.FieldMask", chance -> "field_mask { %s }".formatted(rule)));
        }
    }
}
