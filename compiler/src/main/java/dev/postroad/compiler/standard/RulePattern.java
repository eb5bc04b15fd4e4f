package dev.postroad.compiler.standard;

import dev.postroad.compiler.pattern.CompiledPattern.Compiled;
import dev.postroad.compiler.pattern.CompiledPattern.NotCompiled;
import dev.postroad.compiler.pattern.Patterns;
import dev.postroad.contract.check.Recognizer;

/** The patterns of standard rules. One must match a text as a whole, unless the text is an element of a list. */
final class RulePattern {
    private RulePattern() {}

    static Recognizer of(String rule, String pattern, boolean isListElement)
            throws UncompilableException, UnfitRulesException {
        var fault = Patterns.fault(pattern);
        if (fault.isPresent()) {
            throw new UnfitRulesException("%s '%s' is no pattern: %s".formatted(rule, pattern, fault.get()));
        }
        var compiled = isListElement ? Patterns.finding(pattern) : Patterns.matching(pattern);
        if (compiled instanceof NotCompiled not) {
            throw new UncompilableException(rule, not.reason());
        }
        return ((Compiled) compiled).recognizer();
    }
}
