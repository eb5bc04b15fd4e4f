package dev.postroad.compiler.constraint;

import build.buf.validate.Rule;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.postroad.compiler.cel.CelOutcome.Compiled;
import dev.postroad.compiler.cel.CelReader;
import dev.postroad.compiler.cel.CelSite;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ValidationRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Whether rules that contracts predefine ask for something, and their expressions are correct. Several threads may ask.
 *
 * <p>Most are for values of one type, so that can be told where they are declared; but whether one is compiled may
 * depend on what a field sets it to. What a list or a map holds is known only where they are used.
 */
final class Predefined {
    private final CelReader reader;
    /** Those parts of a rule that are compiled where it is declared. */
    private final Map<FieldDescriptor, List<Rule>> compiled = new ConcurrentHashMap<>();

    Predefined(CelReader reader) {
        this.reader = reader;
    }

    /** Remarks on an extension of protovalidate's rules. */
    void declared(Remarks remarks, FieldDescriptor rule) {
        var cel = ValidationRules.predefined(rule).getCelList();
        if (cel.isEmpty()) {
            remarks.add(
                    ConstraintRules.PREDEFINED,
                    rule,
                    "%s extends protovalidate's rules, and asks for nothing".formatted(rule.getName()),
                    "add [(buf.validate.predefined).cel = { id: ... message: ... expression: ... }]");
            return;
        }
        var typed = typed(rule);
        if (typed.isPresent()) {
            new Expressions(remarks, rule, unset(typed.get(), rule), reader).check(cel, List.of());
        } else {
            Expressions.names(remarks, rule, cel);
        }
    }

    /** Remarks on rules that a value has. */
    void used(Constrained value) {
        value.typeRules().ifPresent(rules -> {
            known(value, rules);
            ValidationRules.predefined(rules).forEach(rule -> used(value, rules, rule));
        });
    }

    private static void known(Constrained value, Message rules) {
        var unknown = rules.getUnknownFields().asMap().keySet();
        if (!unknown.isEmpty()) {
            value.remark(
                    ConstraintRules.KNOWN,
                    "%s has rules that no import explains: %s"
                            .formatted(
                                    value.words(),
                                    unknown.stream().map("number %d"::formatted).collect(Collectors.joining(", "))),
                    "import the file that predefines them, with import instead of import option");
        }
    }

    private void used(Constrained value, Message rules, FieldDescriptor rule) {
        var typed = typed(rule);
        var site = typed.map(type -> CelSite.ofPredefined(type, false, rules, rule))
                .orElseGet(() -> CelSite.ofPredefined(value.type(), value.isPart(), rules, rule));
        new Expressions(value.remarks(), value.field(), site, reader)
                .compile(
                        typed.isPresent()
                                ? compiled.computeIfAbsent(rule, this::compiled)
                                : ValidationRules.predefined(rule).getCelList());
    }

    private List<Rule> compiled(FieldDescriptor rule) {
        var site = unset(typed(rule).orElseThrow(), rule);
        return ValidationRules.predefined(rule).getCelList().stream()
                .filter(cel -> reader.read(cel.getExpression(), site) instanceof Compiled)
                .toList();
    }

    private static CelSite unset(FieldDescriptor typed, FieldDescriptor rule) {
        return CelSite.ofPredefined(typed, false, DynamicMessage.getDefaultInstance(rule.getContainingType()), rule);
    }

    /** A field of the type that a rule is for: that of the constant which the rules of most types know. */
    private static Optional<FieldDescriptor> typed(FieldDescriptor rule) {
        return Optional.ofNullable(rule.getContainingType().findFieldByName("const"));
    }
}
