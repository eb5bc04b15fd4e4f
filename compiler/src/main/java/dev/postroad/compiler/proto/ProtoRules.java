package dev.postroad.compiler.proto;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** The rules that protoc keeps. */
public final class ProtoRules {
    static final Rule ERROR = Rule.error(
            "proto", "The contracts compile", "protoc is the reference compiler: what it refuses is no Protobuf.");

    static final Rule WARNING = Rule.warning(
            "proto-warning", "protoc has nothing to remark", "Its warnings are about imports and names that mislead.");

    static final Rule TWO_TOPICS = Rule.error(
            "message-with-two-topics",
            "A message has one topic",
            "A message type lives on exactly one topic, so that its topic shows who publishes and reads it.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(ERROR, WARNING, TWO_TOPICS);

    private ProtoRules() {}
}
