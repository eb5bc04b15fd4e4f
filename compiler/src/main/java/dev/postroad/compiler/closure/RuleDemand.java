package dev.postroad.compiler.closure;

import dev.postroad.compiler.evaluation.Verdict;
import dev.postroad.compiler.plan.Rule;
import dev.postroad.contract.check.Violations;

/** One rule. */
record RuleDemand(String id, String sentence, Verdict verdict) implements Demand {
    static RuleDemand of(Rule rule) {
        return new RuleDemand(rule.id(), rule.sentence(), Verdict.of(rule.verdict()));
    }

    @Override
    public boolean isMetBy(Object value) {
        return verdict.isKept(value);
    }

    @Override
    public void explain(Object value, Violations found) {
        verdict.complaint(value, sentence).ifPresent(complaint -> found.add(id, complaint));
    }
}
