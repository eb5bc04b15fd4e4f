package dev.postroad.examples.github;

import static java.util.stream.Collectors.averagingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.protobuf.Internal;
import com.google.protobuf.MessageLite;
import dev.postroad.contract.topic.Contract;
import dev.postroad.examples.github.webhook.Mapping;
import dev.postroad.examples.github.webhook.Mappings;
import dev.postroad.examples.github.webhook.RealWebhooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the YAML files say agrees with the contracts and the services. */
final class BusRepositoryTest {
    @Test
    void letsTheFeedPublishEveryContract() throws IOException {
        assertThat(topics("github-feed", "publishes")).containsExactlyInAnyOrderElementsOf(contractTopics());
    }

    @Test
    void hasASubscriberForEveryContractAndTwoForTwoOfThem() throws IOException {
        var triage = topics("triage", "subscribes");
        var activity = topics("activity", "subscribes");

        assertThat(Stream.concat(triage.stream(), activity.stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(contractTopics());
        assertThat(triage.stream().filter(activity::contains))
                .containsExactly("github.discussion-changed.v1", "github.pull-request-changed.v1");
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void expectsTheSizeThatRealMessagesHave(Mapping<?> mapping) {
        var average = RealWebhooks.messages(mapping.event()).collect(averagingInt(MessageLite::getSerializedSize));

        assertThat((double) contract(mapping).expectedSize().orElseThrow()).isCloseTo(average, withinPercentage(10));
    }

    static List<Mapping<?>> mappings() {
        return Mappings.ALL;
    }

    private static Contract contract(Mapping<?> mapping) {
        return Contract.of(Internal.getDefaultInstance(mapping.type()).getDescriptorForType());
    }

    private static List<String> contractTopics() {
        return Mappings.ALL.stream()
                .map(mapping -> contract(mapping).kafkaTopic())
                .toList();
    }

    private static List<String> topics(String service, String direction) throws IOException {
        var file =
                new YAMLMapper().readTree(Path.of("services", service + ".yaml").toFile());
        return StreamSupport.stream(file.path(direction).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
