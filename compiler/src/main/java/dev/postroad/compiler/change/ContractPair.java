package dev.postroad.compiler.change;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.contract.language.ContractLanguage;
import dev.postroad.contract.language.TopicOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two versions of one contract.
 *
 * @param before the message that the topic carried
 * @param after the message that it carries
 */
record ContractPair(Descriptor before, Descriptor after) {
    /** What belongs together, and the old contracts that nothing belongs to. */
    record Matches(List<ContractPair> pairs, List<Descriptor> deleted) {}

    TopicOptions oldTopic() {
        return topic(before);
    }

    TopicOptions newTopic() {
        return topic(after);
    }

    /** The names that services know the topic by: one, unless it was renamed. */
    Set<String> topics() {
        return Stream.of(oldTopic().getName(), newTopic().getName()).collect(Collectors.toSet());
    }

    /** Contracts belong together by the name of their topic, or else by that of their message. */
    static Matches of(Collection<Descriptor> before, Collection<Descriptor> after) {
        var byTopic = new HashMap<String, Descriptor>();
        contracts(after).forEach(message -> byTopic.putIfAbsent(topic(message).getName(), message));
        var pairs = new ArrayList<ContractPair>();
        var left = new LinkedHashMap<String, Descriptor>();
        for (var message : contracts(before)) {
            var same = byTopic.remove(topic(message).getName());
            if (same == null) {
                left.putIfAbsent(message.getFullName(), message);
            } else {
                pairs.add(new ContractPair(message, same));
            }
        }
        byMessage(left, byTopic, pairs);
        return new Matches(pairs, List.copyOf(left.values()));
    }

    private static void byMessage(
            Map<String, Descriptor> left, Map<String, Descriptor> fresh, List<ContractPair> pairs) {
        for (var message : fresh.values()) {
            var same = left.remove(message.getFullName());
            if (same != null) {
                pairs.add(new ContractPair(same, message));
            }
        }
    }

    private static List<Descriptor> contracts(Collection<Descriptor> messages) {
        return messages.stream()
                .filter(message -> message.getOptions().hasExtension(ContractLanguage.topic))
                .toList();
    }

    static TopicOptions topic(Descriptor message) {
        return message.getOptions().getExtension(ContractLanguage.topic);
    }
}
