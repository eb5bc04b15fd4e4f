package dev.postroad.contract.topic;

/**
 * One reason why a message is no contract.
 *
 * @param rule the stable id of the rule that is broken, such as {@code key-field-missing}
 * @param element the full name of the message that is concerned
 * @param option the part of the topic option that is at fault ({@code key}, {@code retention}), or empty for the whole
 * @param sentence what is wrong, with the value
 * @param fix what to do about it
 */
public record ContractProblem(String rule, String element, String option, String sentence, String fix) {}
