package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Message;
import java.util.function.Function;

/**
 * How one type of event becomes a message.
 *
 * @param event GitHub's name of the event, such as {@code issues}
 * @param type the message that the event's topic carries
 * @param function makes the message of a payload; what the payload does not say stays unset
 */
public record Mapping<M extends Message>(String event, Class<M> type, Function<JsonNode, M> function) {}
