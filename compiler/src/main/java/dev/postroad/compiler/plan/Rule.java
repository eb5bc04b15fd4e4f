package dev.postroad.compiler.plan;

import dev.postroad.compiler.expression.Expression;

/**
 * What one rule asks of a value, which the expression calls {@code this}.
 *
 * @param id the rule's id, such as {@code string.email}
 * @param sentence what a broken rule is reported with; empty if the verdict says it
 * @param verdict a bool that is true where the rule is kept, or a string that is empty where it is kept and else the
 *     sentence
 */
public record Rule(String id, String sentence, Expression verdict) implements Step {}
