package dev.postroad.examples.github.feed;

import com.google.protobuf.Message;

/**
 * A message broken on purpose: a real one with one thing wrong.
 *
 * @param label what is wrong, such as {@code issue number 0}
 * @param field the field that a refusal names; empty if it names the message as a whole
 * @param message the broken message
 */
public record Breakage(String label, String field, Message message) {}
