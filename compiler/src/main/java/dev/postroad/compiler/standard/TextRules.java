package dev.postroad.compiler.standard;

import build.buf.validate.StringRules;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Recognized;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import java.util.ArrayList;
import java.util.List;

/** The rules of a string, but for its format, which {@link TextFormat} knows. */
final class TextRules {
    private final StringRules rules;
    private final boolean isListElement;
    private final Expression value = Verdicts.self(Type.STRING);
    private final List<Rule> result = new ArrayList<>();

    TextRules(StringRules rules, boolean isListElement) {
        this.rules = rules;
        this.isListElement = isListElement;
    }

    List<Rule> read() throws UncompilableException, UnfitRulesException {
        lengths();
        byteLengths();
        if (rules.hasConst()) {
            add(
                    "const",
                    "must equal `%s`".formatted(rules.getConst()),
                    Verdicts.equal(value, Constant.of(rules.getConst())));
        }
        if (rules.hasPattern()) {
            add(
                    "pattern",
                    "does not match regex pattern `%s`".formatted(rules.getPattern()),
                    new Recognized(RulePattern.of("string.pattern", rules.getPattern(), isListElement), value));
        }
        parts();
        lists();
        result.addAll(TextFormat.rules(rules, isListElement));
        return result;
    }

    private void lengths() {
        var length = Verdicts.size("size_string", value);
        if (rules.hasLen()) {
            add("len", "must be %d characters".formatted(rules.getLen()), Verdicts.isSize(length, rules.getLen()));
        }
        if (rules.hasMinLen()) {
            add(
                    "min_len",
                    "must be at least %d characters".formatted(rules.getMinLen()),
                    Verdicts.atLeast(length, rules.getMinLen()));
        }
        if (rules.hasMaxLen()) {
            add(
                    "max_len",
                    "must be at most %d characters".formatted(rules.getMaxLen()),
                    Verdicts.atMost(length, rules.getMaxLen()));
        }
    }

    private void byteLengths() {
        // CEL writes a question mark for half a surrogate pair.
        var length = isListElement
                ? Verdicts.size("size_bytes", new Call(Functions.of("string_to_bytes"), List.of(value), Type.BYTES))
                : Verdicts.size("postroad_utf8_length", value);
        if (rules.hasLenBytes()) {
            add(
                    "len_bytes",
                    "must be %d bytes".formatted(rules.getLenBytes()),
                    Verdicts.isSize(length, rules.getLenBytes()));
        }
        if (rules.hasMinBytes()) {
            add(
                    "min_bytes",
                    "must be at least %d bytes".formatted(rules.getMinBytes()),
                    Verdicts.atLeast(length, rules.getMinBytes()));
        }
        if (rules.hasMaxBytes()) {
            add(
                    "max_bytes",
                    "must be at most %d bytes".formatted(rules.getMaxBytes()),
                    Verdicts.atMost(length, rules.getMaxBytes()));
        }
    }

    private void parts() {
        if (rules.hasPrefix()) {
            add("prefix", "does not have prefix `%s`", rules.getPrefix(), "starts_with_string");
        }
        if (rules.hasSuffix()) {
            add("suffix", "does not have suffix `%s`", rules.getSuffix(), "ends_with_string");
        }
        if (rules.hasContains()) {
            add("contains", "does not contain substring `%s`", rules.getContains(), "contains_string");
        }
        if (rules.hasNotContains()) {
            var part = rules.getNotContains();
            add(
                    "not_contains",
                    "contains substring `%s`".formatted(part),
                    Verdicts.not(Verdicts.call("contains_string", value, Constant.of(part))));
        }
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

    private Expression oneOf(List<String> texts) {
        return new OneOf(value, texts.stream().map(Constant::of).toList());
    }

    private static String shown(List<String> texts) {
        return "[%s]".formatted(String.join(", ", texts));
    }

    private void add(String rule, String sentence, String part, String overload) {
        add(rule, sentence.formatted(part), Verdicts.call(overload, value, Constant.of(part)));
    }

    private void add(String rule, String sentence, Expression verdict) {
        result.add(new Rule("string." + rule, sentence, verdict));
    }
}
