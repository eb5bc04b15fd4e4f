package dev.postroad.compiler.standard;

import build.buf.validate.KnownRegex;
import build.buf.validate.StringRules;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.expression.Expression.Recognized;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.pattern.CompiledPattern;
import dev.postroad.compiler.pattern.Patterns;
import dev.postroad.compiler.plan.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats that a string may be asked to have, in the order in which they are looked for. */
enum TextFormat {
    EMAIL("email address", "is_email"),
    HOSTNAME("hostname", "is_hostname"),
    IP("IP address", "is_ip_unary"),
    IPV4("IPv4 address", "is_ip", 4),
    IPV6("IPv6 address", "is_ip", 6),
    URI("URI", "is_uri"),
    URI_REF("URI Reference", "is_uri_ref") {
        @Override
        List<Rule> rules() {
            return List.of(rule());
        }
    },
    ADDRESS("hostname, or ip address", "postroad_is_address"),
    UUID("UUID", "postroad_is_uuid"),
    TUUID("trimmed UUID", "postroad_is_trimmed_uuid"),
    IP_WITH_PREFIXLEN("IP prefix", "is_ip_prefix"),
    IPV4_WITH_PREFIXLEN("IPv4 address with prefix length", "is_ip_prefix_int", 4),
    IPV6_WITH_PREFIXLEN("IPv6 address with prefix length", "is_ip_prefix_int", 6),
    IP_PREFIX("IP prefix", "is_ip_prefix_bool", true),
    IPV4_PREFIX("IPv4 prefix", "is_ip_prefix_int_bool", 4, true),
    IPV6_PREFIX("IPv6 prefix", "is_ip_prefix_int_bool", 6, true),
    HOST_AND_PORT("host and port pair", "string_bool_is_host_and_port_bool", true) {
        @Override
        String sentence() {
            return "must be a valid host (hostname or IP address) and port pair";
        }
    },
    ULID("ULID", "postroad_is_ulid"),
    PROTOBUF_FQN("fully-qualified Protobuf name", matches(Names.FULL)),
    PROTOBUF_DOT_FQN("fully-qualified Protobuf name with a leading dot", matches("\\." + Names.FULL));

    private static final Expression VALUE = Verdicts.self(Type.STRING);
    private static final Expression IS_EMPTY = Verdicts.equal(VALUE, Constant.of(""));

    private final String noun;
    private final Expression verdict;

    TextFormat(String noun, String overload, Object... arguments) {
        this.noun = noun;
        var all = new Expression[arguments.length + 1];
        all[0] = Verdicts.self(Type.STRING);
        for (var i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i] instanceof Boolean flag
                    ? Constant.of(flag)
                    : Constant.of(((Integer) arguments[i]).longValue());
        }
        verdict = Verdicts.call(overload, all);
    }

    TextFormat(String noun, Expression verdict) {
        this.noun = noun;
        this.verdict = verdict;
    }

    private static Expression matches(String pattern) {
        if (Patterns.matching(pattern) instanceof CompiledPattern.Compiled compiled) {
            return new Recognized(compiled.recognizer(), Verdicts.self(Type.STRING));
        }
        throw new IllegalStateException("the pattern '%s' has no recognizer".formatted(pattern));
    }

    /** What the constants need before they are there. */
    private static final class Names {
        private static final String PART = "[A-Za-z_][A-Za-z_0-9]*";
        private static final String FULL = PART + "(\\." + PART + ")*";
    }

    /**
     * The rules that the string's format makes; none if it may have any. What CEL calls a header, it being asked about
     * elements of lists, differs a little from what protovalidate's own evaluator does.
     */
    static List<Rule> rules(StringRules rules, boolean isListElement) {
        var fields = new RuleFields(rules);
        return Arrays.stream(values())
                .filter(format -> fields.one(format.field()).isPresent())
                .findFirst()
                .map(format ->
                        fields.one(format.field()).filter(Boolean.TRUE::equals).isPresent()
                                ? format.rules()
                                : List.<Rule>of())
                .orElseGet(() -> header(rules, isListElement));
    }

    private String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Rule> rules() {
        return List.of(
                new Rule(
                        "string.%s_empty".formatted(field()),
                        "value is empty, which is not a valid " + noun,
                        Verdicts.not(IS_EMPTY)),
                rule());
    }

    /** An empty string has been refused before, where it is refused. */
    Rule rule() {
        var isKept = this == URI_REF ? verdict : new Or(IS_EMPTY, verdict);
        return new Rule("string." + field(), sentence(), isKept);
    }

    String sentence() {
        return "must be a valid " + noun;
    }

    private static List<Rule> header(StringRules rules, boolean isListElement) {
        var isStrict = !rules.hasStrict() || rules.getStrict();
        var id = "string.well_known_regex.header_";
        if (rules.getWellKnownRegex() == KnownRegex.KNOWN_REGEX_HTTP_HEADER_NAME) {
            var isName = isListElement
                    ? matches(isStrict ? "^:?[0-9a-zA-Z!#$%&'*+-.^_|~`]+$" : "^[^\\x00\\n\\r]+$")
                    : Verdicts.call("postroad_is_header_name", VALUE, Constant.of(isStrict));
            return List.of(
                    new Rule(
                            id + "name_empty",
                            "value is empty, which is not a valid HTTP header name",
                            Verdicts.not(IS_EMPTY)),
                    new Rule(id + "name", "must be a valid HTTP header name", new Or(IS_EMPTY, isName)));
        }
        if (rules.getWellKnownRegex() == KnownRegex.KNOWN_REGEX_HTTP_HEADER_VALUE) {
            var isValue = isListElement
                    ? matches(isStrict ? "^[^\\x00-\\x08\\x0A-\\x1F\\x7F]*$" : "^[^\\x00\\n\\r]*$")
                    : Verdicts.call("postroad_is_header_value", VALUE, Constant.of(isStrict));
            return List.of(new Rule(id + "value", "must be a valid HTTP header value", isValue));
        }
        return List.of();
    }
}
