package dev.postroad.compiler.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file of rules that the random contracts import, one at least for each of protovalidate's messages of rules. */
final class PredefinedRules {
    static final String FILE = "predefined.proto";
    private static final Pattern ID = Pattern.compile("id: \"([^\"]+)\"");
    private static final String PACKAGE = "differential.predefined";

    /** Those that a field may have beside standard rules; what the value is drawn from stands behind the name. */
    private static final List<Extended> ALL = List.of(
            extended("string", "StringRules")
                    .rule("capital", "bool", "true", "!rule || this.matches('^[A-Za-f0-9]')")
                    .rule("words", "int64", "0|1|2", "this.split(' ').size() > rule ? 'too many words' : ''")
                    .rule("ends", "string", "'a'|'b'|''", "this.endsWith(rule)")
                    .rule("known", "repeated string", "['a', 'foo']|['ab']", "this in rule")
                    .rule("like", "string", "'^a'|'b+$'|'('", "this.matches(rule)")
                    .rule("pair", "bool", "true|false", "rule == (this.size() % 2 == 0)"),
            extended("bytes", "BytesRules").rule("shorter", "uint64", "1|3", "uint(this.size()) < rule"),
            extended("bool", "BoolRules").rule("is", "bool", "true|false", "this == rule"),
            extended("Color", "EnumRules").rule("primary", "repeated int32", "[1, 5]|[0]", "this in rule"),
            extended("int32", "Int32Rules")
                    .rule("multiple", "int32", "2|3|-7|0", "this % rule == 0")
                    .rule("near", "sint32", "-1|0|100", "this - rule < 5 && rule - this < 5"),
            extended("int64", "Int64Rules").rule("odd", "bool", "true", "!rule || this % 2 != 0"),
            extended("uint32", "UInt32Rules").rule("over", "uint32", "1|7|3000000000", "this > rule"),
            extended("uint64", "UInt64Rules").rule("over", "uint64", "1|7|18446744073709551615", "this >= rule"),
            extended("sint32", "SInt32Rules").rule("some", "repeated sint32", "[-1, 7]", "!(this in rule)"),
            extended("sint64", "SInt64Rules").rule("least", "sint64", "-1|7", "this >= rule"),
            extended("fixed32", "Fixed32Rules").rule("least", "fixed32", "1|7", "this >= rule"),
            extended("fixed64", "Fixed64Rules").rule("some", "repeated fixed64", "[1, 7]", "this in rule"),
            extended("sfixed32", "SFixed32Rules").rule("least", "sfixed32", "-1|7", "this >= rule"),
            extended("sfixed64", "SFixed64Rules").rule("least", "sfixed64", "-1|7", "this >= rule"),
            extended("float", "FloatRules").rule("most", "float", "1.5|-1|inf|nan", "this <= rule"),
            extended("double", "DoubleRules").rule("whole", "bool", "true", "!rule || double(int(this)) == this"),
            extended("repeated string", "RepeatedRules").rule("pairs", "bool", "true", "!rule || this.size() % 2 == 0"),
            extended("map<string, int32>", "MapRules").rule("fewer", "int64", "1|3", "this.size() < rule"),
            extended("google.protobuf.Timestamp", "TimestampRules")
                    .rule("after", "int64", "0|60", "this > timestamp(rule)")
                    .rule("lower", "bool", "true", "!rule || !has(rules.gt) || this > rules.gt + duration('1h')"),
            extended("google.protobuf.Duration", "DurationRules")
                    .rule("whole", "bool", "true", "!rule || this.getMilliseconds() == 0"),
            extended("google.protobuf.FieldMask", "FieldMaskRules")
                    .rule("several", "int64", "1|2", "this.paths.size() >= rule"));

    private PredefinedRules() {}

    private static Extended extended(String type, String message) {
        return new Extended(type, message, new ArrayList<>());
    }

    /** The file's text. */
    static String text() {
        var text = new StringBuilder("""
                syntax = "proto2";
                package %s;
                import "buf/validate/validate.proto";
                option java_multiple_files = true;
                """.formatted(PACKAGE));
        ALL.forEach(extended -> text.append(extended.text()));
        return text.toString();
    }

    /** Their ids. */
    static List<String> ids() {
        return ID.matcher(text()).results().map(id -> id.group(1)).toList();
    }

    /** Fields with one of them each, beside a standard rule now and then. */
    static List<Template> templates() {
        return ALL.stream().flatMap(extended -> extended.templates().stream()).toList();
    }

    /** One of protovalidate's messages, and the rules that extend it. */
    private record Extended(String type, String message, List<Declared> rules) {
        Extended rule(String name, String valueType, String values, String expression) {
            rules.add(new Declared(name, valueType, List.of(values.split("\\|")), expression));
            return this;
        }

        String prefix() {
            return message.replace("Rules", "").toLowerCase(java.util.Locale.ROOT);
        }

        String text() {
            var text = new StringBuilder("extend buf.validate.%s {\n".formatted(message));
            var number = 80_000;
            for (var rule : rules) {
                var message = rule.expression().contains("?") ? "" : " message: \"asks for %s\"".formatted(rule.name());
                text.append(
                        "  %s %s_%s = %d [(buf.validate.predefined).cel = { id: \"%2$s.%3$s\"%s expression: \"%s\" }];\n"
                                .formatted(
                                        rule.valueType().startsWith("repeated")
                                                ? rule.valueType()
                                                : "optional " + rule.valueType(),
                                        prefix(),
                                        rule.name(),
                                        number++,
                                        message,
                                        rule.expression()));
            }
            return text.append("}\n").toString();
        }

        List<Template> templates() {
            var name = prefix().equals("fieldmask") ? "field_mask" : prefix();
            return rules.stream()
                    .map(rule -> new Template(type, chance -> {
                        var other = chance.any(rules);
                        return "%s { %s%s%s }"
                                .formatted(
                                        name,
                                        rule.set(prefix(), chance.any(rule.values())),
                                        other == rule ? "" : " " + other.set(prefix(), chance.any(other.values())),
                                        beside(chance, name));
                    }))
                    .toList();
        }

        private static String beside(Chance chance, String name) {
            if (chance.oneIn(2)) {
                return "";
            }
            return switch (name) {
                case "string" -> chance.of(" min_len: 1", " email: true", " prefix: \"A\"", " pattern: \"[a-f]+\"");
                case "bytes" -> " min_len: 1";
                case "timestamp" -> chance.of(" gt: { seconds: 1 }", " lt_now: true");
                case "enum" -> " defined_only: true";
                case "repeated" -> " min_items: 1";
                case "map" -> " min_pairs: 1";
                case "bool", "field_mask" -> "";
                case "duration" -> " gt: { seconds: 1 }";
                default -> chance.of(" gt: 1", " in: [1, 7]");
            };
        }
    }

    private record Declared(String name, String valueType, List<String> values, String expression) {
        String set(String prefix, String value) {
            return "[%s.%s_%s]: %s".formatted(PACKAGE, prefix, name, value);
        }
    }
}
