package dev.postroad.compiler.words;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import build.buf.validate.MessageOneofRule;
import build.buf.validate.Rule;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says in words what the rules of an element ask for. */
public final class ConstraintWords {
    private ConstraintWords() {}

    /** What a field's value must keep; empty if it may be anything. */
    public static List<Phrase> of(FieldDescriptor field) {
        return phrases(ValidationRules.of(field), field);
    }

    /** What a message as a whole must keep. */
    public static List<Phrase> of(Descriptor message) {
        var rules = ValidationRules.of(message);
        var phrases = new ArrayList<Phrase>();
        rules.getOneofList().forEach(rule -> phrases.add(oneof(rule)));
        rules.getCelList().forEach(rule -> phrases.add(full(rule)));
        rules.getCelExpressionList().forEach(expression -> phrases.add(Phrase.of("", List.of(expression))));
        phrases.addAll(unknown("", rules));
        return phrases;
    }

    /** What a oneof must keep. */
    public static List<Phrase> of(OneofDescriptor oneof) {
        var rules = ValidationRules.of(oneof);
        return Stream.concat(
                        rules.getRequired() ? Stream.of(Phrase.of("one of them must be set")) : Stream.of(),
                        unknown("", rules).stream())
                .toList();
    }

    /** The rules of a field, or of the items, keys or values that {@code subject} describes. */
    static List<Phrase> phrases(FieldRules rules, FieldDescriptor subject) {
        if (rules.getIgnore() == Ignore.IGNORE_ALWAYS) {
            return List.of(Phrase.of("its rules are switched off"));
        }
        var phrases = new ArrayList<Phrase>();
        if (rules.getRequired()) {
            phrases.add(Phrase.of("must be set"));
        }
        rules.getAllFields().forEach((rule, value) -> {
            if (rule.getContainingOneof() != null && value instanceof Message typed) {
                phrases.addAll(new TypeWords(rule.getName(), typed, subject).phrases());
            }
        });
        rules.getCelList().forEach(rule -> phrases.add(brief(rule)));
        rules.getCelExpressionList().forEach(expression -> phrases.add(Phrase.of("", List.of(expression))));
        phrases.addAll(unknown("", rules));
        if (rules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE && !phrases.isEmpty()) {
            phrases.add(Phrase.of("or empty"));
        }
        return phrases;
    }

    private static Phrase oneof(MessageOneofRule rule) {
        return Phrase.of(
                rule.getRequired() ? "exactly one is set of " : "at most one is set of ", rule.getFieldsList());
    }

    private static Phrase brief(Rule rule) {
        return rule.getMessage().isBlank()
                ? Phrase.of("", List.of(rule.getExpression()))
                : Phrase.of(rule.getMessage().strip());
    }

    private static Phrase full(Rule rule) {
        var expression = Phrase.of("", List.of(rule.getExpression()));
        return rule.getMessage().isBlank()
                ? expression
                : Phrase.of(rule.getMessage().strip() + ": ").then(expression);
    }

    /** Rules that this release does not know, by number, as protobuf's text format has them. */
    static List<Phrase> unknown(String prefix, Message rules) {
        return TextFormat.printer()
                .printToString(rules.getUnknownFields())
                .lines()
                .map(line -> Phrase.of("", List.of(prefix + line.strip())))
                .toList();
    }
}
