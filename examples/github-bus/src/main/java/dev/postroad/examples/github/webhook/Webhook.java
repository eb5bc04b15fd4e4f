package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call of GitHub's.
 *
 * @param event the type of event, as in the header {@code X-GitHub-Event}, such as {@code issues}
 * @param payload the body
 */
public record Webhook(String event, JsonNode payload) {}
