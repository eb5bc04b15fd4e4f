package dev.postroad.compiler.differential;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * CEL expressions that type-check, drawn from a grammar by the type that is asked for. Many have no value for some
 * messages: they divide by zero, overflow, convert what cannot be converted.
 */
final class RandomExpression {
    private static final List<String> FORMATS = List.of(
            "isEmail()",
            "isHostname()",
            "isIp()",
            "isIp(4)",
            "isIp(6)",
            "isIpPrefix()",
            "isIpPrefix(4, true)",
            "isIpPrefix(true)",
            "isUri()",
            "isUriRef()",
            "isHostAndPort(true)",
            "isHostAndPort(false)");
    private static final List<String> PARTS = List.of(
            "getFullYear()",
            "getMonth()",
            "getDate()",
            "getDayOfMonth()",
            "getDayOfWeek()",
            "getDayOfYear()",
            "getHours()",
            "getMinutes()",
            "getSeconds()",
            "getMilliseconds()",
            "getHours('+02:00')",
            "getDate('America/New_York')");
    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Chance chance;
    private final Map<Kind, List<String>> variables;
    private final int nested;

    /** Types of CEL. */
    enum Kind {
        INT,
        UINT,
        DOUBLE,
        STRING,
        BYTES,
        BOOL,
        TIMESTAMP,
        DURATION,
        INTS,
        STRINGS,
        MAP
    }

    RandomExpression(Chance chance, Map<Kind, List<String>> variables) {
        this(chance, variables, 0);
    }

    private RandomExpression(Chance chance, Map<Kind, List<String>> variables, int nested) {
        this.chance = chance;
        this.variables = variables;
        this.nested = nested;
    }

    /** A rule's expression: true or an empty text if all is well. */
    String rule() {
        return chance.oneIn(4) ? "%s ? '' : %s".formatted(of(Kind.BOOL, 3), of(Kind.STRING, 2)) : of(Kind.BOOL, 3);
    }

    private String of(Kind kind, int depth) {
        if (depth == 0 || chance.oneIn(4)) {
            return leaf(kind);
        }
        if (chance.oneIn(12)) {
            return "(%s ? %s : %s)".formatted(of(Kind.BOOL, depth - 1), of(kind, depth - 1), of(kind, depth - 1));
        }
        return switch (kind) {
            case INT -> integer(depth - 1);
            case UINT -> unsigned(depth - 1);
            case DOUBLE -> floating(depth - 1);
            case STRING -> string(depth - 1);
            case BYTES -> bytes(depth - 1);
            case BOOL -> bool(depth - 1);
            case TIMESTAMP -> timestamp(depth - 1);
            case DURATION -> duration(depth - 1);
            case INTS -> integers(depth - 1);
            case STRINGS -> strings(depth - 1);
            case MAP -> leaf(Kind.MAP);
        };
    }

    private String leaf(Kind kind) {
        var known = variables.getOrDefault(kind, List.of());
        if (!known.isEmpty() && !chance.oneIn(3)) {
            return chance.any(known);
        }
        return switch (kind) {
            case INT ->
                chance.of(
                        "0",
                        "1",
                        "2",
                        "(-1)",
                        "7",
                        "10",
                        "9223372036854775807",
                        "(-9223372036854775808)",
                        "4294967296");
            case UINT -> chance.of("0u", "1u", "2u", "10u", "18446744073709551615u");
            case DOUBLE -> chance.of("0.0", "1.0", "1.5", "(-2.25)", "1e308", "(0.0 / 0.0)", "(1.0 / 0.0)", "0.1");
            case STRING ->
                chance.of("''", "'a'", "'ab'", "'10'", "'-7'", "'true'", "'\u00e9'", "'\ud83d\ude00'", "'1.5'");
            case BYTES -> chance.of("b''", "b'a'", "b'ab'", "b'\\377'");
            case BOOL -> chance.of("true", "false");
            case TIMESTAMP ->
                "timestamp('%s')"
                        .formatted(chance.of(
                                "1970-01-01T00:00:00Z",
                                "2001-09-09T01:46:40Z",
                                "9999-12-31T23:59:59Z",
                                "0001-01-01T00:00:00Z",
                                "2024-02-29T12:30:15.5Z"));
            case DURATION -> "duration('%s')".formatted(chance.of("0s", "1s", "90m", "-1.5s", "24h", "1ms"));
            case INTS -> chance.of("[1, 2, 3]", "[0]", "[7, 7]", "[10, -1, 1]");
            case STRINGS -> chance.of("['a', 'ab']", "['']", "['foo', 'a', 'a']");
            case MAP -> chance.of("{'a': 1}", "{'a': 0, 'ab': 7}");
        };
    }

    private String integer(int depth) {
        return pick(
                () -> infix(Kind.INT, depth, "+", "-", "*", "/", "%", "+", "-"),
                () -> "(-(%s))".formatted(of(Kind.INT, depth)),
                () -> "size(%s)".formatted(of(sized(), depth)),
                () -> "%s.size()".formatted(of(sized(), depth)),
                () -> "int(%s)".formatted(of(chance.of(Kind.UINT, Kind.DOUBLE, Kind.STRING, Kind.TIMESTAMP), depth)),
                () -> "%s.%s".formatted(of(Kind.TIMESTAMP, depth), chance.any(PARTS)),
                () -> "%s.%s"
                        .formatted(
                                of(Kind.DURATION, depth),
                                chance.of("getHours()", "getMinutes()", "getSeconds()", "getMilliseconds()")),
                () -> "%s[%s]".formatted(of(Kind.INTS, depth), of(Kind.INT, 0)),
                () -> "%s[%s]".formatted(of(Kind.MAP, depth), of(Kind.STRING, 0)));
    }

    private Kind sized() {
        return chance.of(Kind.STRING, Kind.BYTES, Kind.INTS, Kind.STRINGS, Kind.MAP);
    }

    private String unsigned(int depth) {
        return pick(
                () -> infix(Kind.UINT, depth, "+", "-", "*", "/", "%"),
                () -> "uint(%s)".formatted(of(chance.of(Kind.INT, Kind.DOUBLE, Kind.STRING), depth)));
    }

    private String floating(int depth) {
        return pick(
                () -> infix(Kind.DOUBLE, depth, "+", "-", "*", "/"),
                () -> "(-(%s))".formatted(of(Kind.DOUBLE, depth)),
                () -> "double(%s)".formatted(of(chance.of(Kind.INT, Kind.UINT, Kind.STRING), depth)));
    }

    private String string(int depth) {
        return pick(
                () -> infix(Kind.STRING, depth, "+"),
                () -> "string(%s)"
                        .formatted(of(
                                chance.of(
                                        Kind.INT,
                                        Kind.UINT,
                                        Kind.DOUBLE,
                                        Kind.BOOL,
                                        Kind.BYTES,
                                        Kind.TIMESTAMP,
                                        Kind.DURATION),
                                depth)),
                () -> chance.oneIn(6)
                        ? "'%%s-%%s'.format([%s, %s])".formatted(of(Kind.STRING, depth), of(Kind.STRING, depth))
                        : infix(Kind.STRING, depth, "+"),
                () -> "%s[%s]".formatted(of(Kind.STRINGS, depth), of(Kind.INT, 0)));
    }

    private String bytes(int depth) {
        return pick(() -> infix(Kind.BYTES, depth, "+"), () -> "bytes(%s)".formatted(of(Kind.STRING, depth)));
    }

    private String timestamp(int depth) {
        return pick(
                () -> "(%s %s %s)".formatted(of(Kind.TIMESTAMP, depth), chance.of("+", "-"), of(Kind.DURATION, depth)),
                () -> "(%s + %s)".formatted(of(Kind.DURATION, depth), of(Kind.TIMESTAMP, depth)),
                () -> "timestamp(%s)".formatted(of(Kind.INT, depth)),
                () -> "timestamp(%s)".formatted(of(Kind.STRING, depth)));
    }

    private String duration(int depth) {
        return pick(
                () -> infix(Kind.DURATION, depth, "+", "-"),
                () -> infix(Kind.TIMESTAMP, depth, "-"),
                () -> "duration(%s)".formatted(of(Kind.STRING, depth)));
    }

    private String integers(int depth) {
        return pick(
                () -> infix(Kind.INTS, depth, "+"),
                () -> "[%s, %s]".formatted(of(Kind.INT, depth), of(Kind.INT, depth)),
                () -> over(Kind.INTS, Kind.INT, Kind.INT, "map", depth),
                () -> over(Kind.INTS, Kind.INT, Kind.BOOL, "filter", depth),
                () -> over(Kind.STRINGS, Kind.STRING, Kind.INT, "map", depth));
    }

    private String strings(int depth) {
        return pick(
                () -> infix(Kind.STRINGS, depth, "+"),
                () -> "[%s, %s]".formatted(of(Kind.STRING, depth), of(Kind.STRING, depth)),
                () -> over(Kind.STRINGS, Kind.STRING, Kind.STRING, "map", depth),
                () -> over(Kind.STRINGS, Kind.STRING, Kind.BOOL, "filter", depth));
    }

    private String bool(int depth) {
        return pick(
                () -> infix(Kind.BOOL, depth, "&&", "||", "&&", "||", "==", "!="),
                () -> "(!(%s))".formatted(of(Kind.BOOL, depth)),
                () -> compared(depth),
                () -> compared(depth),
                () -> compared(depth),
                () -> "%s.%s(%s)"
                        .formatted(
                                of(Kind.STRING, depth),
                                chance.of("startsWith", "endsWith", "contains"),
                                of(Kind.STRING, depth)),
                () -> "%s.%s(%s)"
                        .formatted(
                                of(Kind.BYTES, depth),
                                chance.of("startsWith", "endsWith", "contains"),
                                of(Kind.BYTES, depth)),
                () -> "%s.matches(%s)"
                        .formatted(
                                of(Kind.STRING, depth),
                                chance.of("'^[a-z]+$'", "'a|b'", "r'\\d+'", "'(?i)FOO'", "'^$'", "r'\\bx1\\b'")),
                () -> "%s.%s".formatted(of(Kind.STRING, depth), chance.any(FORMATS)),
                () -> "(%s in %s)".formatted(of(Kind.INT, depth), of(Kind.INTS, depth)),
                () -> "(%s in [%s, %s])".formatted(of(Kind.DOUBLE, depth), of(Kind.DOUBLE, 0), of(Kind.DOUBLE, depth)),
                () -> "(%s in %s)".formatted(of(Kind.STRING, depth), of(chance.of(Kind.STRINGS, Kind.MAP), depth)),
                () -> over(Kind.INTS, Kind.INT, Kind.BOOL, chance.of("all", "exists", "exists_one"), depth),
                () -> over(Kind.STRINGS, Kind.STRING, Kind.BOOL, chance.of("all", "exists", "exists_one"), depth),
                () -> over(Kind.MAP, Kind.STRING, Kind.BOOL, chance.of("all", "exists", "exists_one"), depth),
                () -> "%s.unique()".formatted(of(chance.of(Kind.INTS, Kind.STRINGS), depth)),
                () -> "%s.isNan()".formatted(of(Kind.DOUBLE, depth)),
                () -> "%s.isInf(%s)".formatted(of(Kind.DOUBLE, depth), chance.of("", "1", "-1", "0")));
    }

    private String compared(int depth) {
        var kind = chance.of(Kind.values());
        var operator = kind.compareTo(Kind.INTS) < 0 ? chance.any(ORDERS) : chance.of("==", "!=");
        return "(%s %s %s)".formatted(of(kind, depth), operator, of(kind, depth));
    }

    private String infix(Kind kind, int depth, String... operators) {
        return "(%s %s %s)".formatted(of(kind, depth), chance.of(operators), of(kind, depth));
    }

    /** A macro over a list or the keys of a map. */
    private String over(Kind list, Kind element, Kind result, String macro, int depth) {
        var variable = "v" + nested;
        var inside = new EnumMap<>(variables);
        var known = new ArrayList<>(List.of(variable, variable));
        known.addAll(variables.getOrDefault(element, List.of()));
        inside.put(element, known);
        var body = new RandomExpression(chance, inside, nested + 1).of(result, depth);
        return "%s.%s(%s, %s)".formatted(of(list, depth), macro, variable, body);
    }

    @SafeVarargs
    private String pick(Supplier<String>... forms) {
        return chance.of(forms).get();
    }
}
