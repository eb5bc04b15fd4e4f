package dev.postroad.compiler.standard;

import build.buf.validate.BytesRules;
import com.google.protobuf.ByteString;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.expression.Expression.Recognized;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The rules of bytes. */
final class ByteRules {
    private final BytesRules rules;
    private final boolean isListElement;
    private final Expression value = Verdicts.self(Type.BYTES);
    private final Expression size = Verdicts.size("size_bytes", value);
    private final List<Rule> result = new ArrayList<>();

    ByteRules(BytesRules rules, boolean isListElement) {
        this.rules = rules;
        this.isListElement = isListElement;
    }

    List<Rule> read() throws UncompilableException, UnfitRulesException {
        if (rules.hasConst()) {
            add("const", "must be " + hex(rules.getConst()), Verdicts.equal(value, constant(rules.getConst())));
        }
        lengths();
        pattern();
        parts();
        lists();
        formats();
        return result;
    }

    private void lengths() {
        if (rules.hasLen()) {
            add("len", "must be %d bytes".formatted(rules.getLen()), Verdicts.isSize(size, rules.getLen()));
        }
        if (rules.hasMinLen()) {
            add(
                    "min_len",
                    "must be at least %d bytes".formatted(rules.getMinLen()),
                    Verdicts.atLeast(size, rules.getMinLen()));
        }
        if (rules.hasMaxLen()) {
            add(
                    "max_len",
                    "must be at most %d bytes".formatted(rules.getMaxLen()),
                    Verdicts.atMost(size, rules.getMaxLen()));
        }
    }

    /** Bytes that are no UTF-8 make the evaluation fail, as in protovalidate. */
    private void pattern() throws UncompilableException, UnfitRulesException {
        if (rules.hasPattern()) {
            var text = new Call(Functions.of("bytes_to_string"), List.of(value), Type.STRING);
            add(
                    "pattern",
                    "must match regex pattern `%s`".formatted(rules.getPattern()),
                    new Recognized(RulePattern.of("bytes.pattern", rules.getPattern(), isListElement), text));
        }
    }

    private void parts() {
        if (rules.hasPrefix()) {
            part("prefix", "does not have prefix ", rules.getPrefix(), "starts_with_bytes");
        }
        if (rules.hasSuffix()) {
            part("suffix", "does not have suffix ", rules.getSuffix(), "ends_with_bytes");
        }
        if (rules.hasContains()) {
            part("contains", "does not contain ", rules.getContains(), "contains_bytes");
        }
    }

    private void part(String rule, String sentence, ByteString part, String overload) {
        add(rule, sentence + hex(part), Verdicts.call(overload, value, constant(part)));
    }

    private void lists() {
        if (rules.getInCount() > 0) {
            add("in", "must be in list " + shown(rules.getInList()), oneOf(rules.getInList()));
        }
        if (rules.getNotInCount() > 0) {
            add(
                    "not_in",
                    "must not be in list " + shown(rules.getNotInList()),
                    Verdicts.not(oneOf(rules.getNotInList())));
        }
    }

    private void formats() {
        if (rules.getIp()) {
            format("ip", "IP address", 4, 16);
        } else if (rules.getIpv4()) {
            format("ipv4", "IPv4 address", 4);
        } else if (rules.getIpv6()) {
            format("ipv6", "IPv6 address", 16);
        } else if (rules.getUuid()) {
            format("uuid", "UUID", 16);
        }
    }

    private void format(String rule, String noun, long... sizes) {
        var isEmpty = Verdicts.isSize(size, 0);
        add(rule + "_empty", "value is empty, which is not a valid " + noun, Verdicts.not(isEmpty));
        var wanted = LongStream.of(sizes).mapToObj(Constant::of).toList();
        add(rule, "must be a valid " + noun, new Or(isEmpty, new OneOf(size, wanted)));
    }

    private Expression oneOf(List<ByteString> values) {
        return new OneOf(value, values.stream().map(ByteRules::constant).toList());
    }

    private static Constant constant(ByteString bytes) {
        return new Constant(Type.BYTES, bytes);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static String shown(List<ByteString> values) {
        return values.stream().map(ByteString::toStringUtf8).collect(Collectors.joining(", ", "[", "]"));
    }

    private void add(String rule, String sentence, Expression verdict) {
        result.add(new Rule("bytes." + rule, sentence, verdict));
    }
}
