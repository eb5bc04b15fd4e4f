package dev.postroad.compiler.constraint;

import build.buf.validate.Rule;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.cel.CelIssue;
import dev.postroad.compiler.cel.CelOutcome.Invalid;
import dev.postroad.compiler.cel.CelOutcome.Uncompilable;
import dev.postroad.compiler.cel.CelReader;
import dev.postroad.compiler.cel.CelSite;
import dev.postroad.compiler.remark.Remarks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether CEL rules compile, can be told apart, and say what they want. */
final class Expressions {
    /** A rule that yields a text says itself what is wrong: one branch of it is a literal. */
    private static final Pattern YIELDS_TEXT = Pattern.compile("(?s).*\\?.*[\"'].*");

    private static final Pattern BREAKS = Pattern.compile("\\s+");

    /** All that may stand at a place, which is much. */
    private static final Pattern ALTERNATIVES = Pattern.compile("(?s) (\\(candidates: |expecting \\{).*");

    private final Remarks remarks;
    private final GenericDescriptor element;
    private final CelSite site;
    private final CelReader reader;

    Expressions(Remarks remarks, GenericDescriptor element, CelSite site, CelReader reader) {
        this.remarks = remarks;
        this.element = element;
        this.site = site;
        this.reader = reader;
    }

    /**
     * Remarks on rules.
     *
     * @param rules those that are written with an id and a message
     * @param bare those that are written as an expression alone, which is their id
     */
    void check(List<Rule> rules, List<String> bare) {
        names(remarks, element, rules);
        compile(rules);
        bare.forEach(expression -> compiles(expression, expression));
    }

    /** Remarks on what rules are called and what they say. */
    static void names(Remarks remarks, GenericDescriptor element, List<Rule> rules) {
        var ids = new HashSet<String>();
        for (var rule : rules) {
            id(remarks, element, rule, ids);
            message(remarks, element, rule);
        }
    }

    /** Remarks on what rules ask for. */
    void compile(List<Rule> rules) {
        rules.forEach(rule -> compiles(rule.getId(), rule.getExpression()));
    }

    private void compiles(String id, String expression) {
        var name = BREAKS.matcher(id).replaceAll(" ");
        var outcome = reader.read(expression, site);
        if (outcome instanceof Invalid invalid) {
            invalid.issues().forEach(issue -> compiles(name, issue));
        } else if (outcome instanceof Uncompilable uncompilable) {
            remarks.add(
                    ConstraintRules.CEL_COMPILED,
                    element,
                    "CEL rule '%s' of %s cannot be compiled: %s"
                            .formatted(name, element.getName(), uncompilable.reason()),
                    "say it in other words, or allow it here");
        }
    }

    private void compiles(String name, CelIssue issue) {
        remarks.add(
                ConstraintRules.CEL_COMPILES,
                element,
                "CEL rule '%s' of %s does not compile: %s"
                        .formatted(
                                name,
                                element.getName(),
                                ALTERNATIVES.matcher(issue.toString()).replaceAll("")),
                "mend the expression; this is of type " + site.subject());
    }

    private static void id(Remarks remarks, GenericDescriptor element, Rule rule, Set<String> ids) {
        if (rule.getId().isEmpty()) {
            remarks.add(
                    ConstraintRules.CEL_ID,
                    element,
                    "a CEL rule of %s has no id".formatted(element.getName()),
                    "add id: \"<message>.<what it asks for>\"");
        } else if (!ids.add(rule.getId())) {
            remarks.add(
                    ConstraintRules.CEL_ID,
                    element,
                    "two CEL rules of %s have the id '%s'".formatted(element.getName(), rule.getId()),
                    "give each an id of its own");
        }
    }

    private static void message(Remarks remarks, GenericDescriptor element, Rule rule) {
        if (rule.getMessage().isEmpty()
                && !YIELDS_TEXT.matcher(rule.getExpression()).matches()) {
            remarks.add(
                    ConstraintRules.CEL_MESSAGE,
                    element,
                    "CEL rule '%s' of %s has no message".formatted(rule.getId(), element.getName()),
                    "add message: with what a valid message keeps");
        }
    }
}
