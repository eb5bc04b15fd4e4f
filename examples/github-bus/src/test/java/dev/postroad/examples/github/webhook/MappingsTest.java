package dev.postroad.examples.github.webhook;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Internal;
import com.google.protobuf.Message;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.topic.Topic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class MappingsTest {
    @SuppressWarnings("UnusedVariable") // JUnit reads it by name.
    private static final List<Mapping<?>> ALL = Mappings.ALL;

    @Test
    void mapsThePayloadsOfTenEventsAndNoOthers() {
        var counts = RealWebhooks.ALL.stream()
                .filter(webhook -> Mappings.message(webhook).isPresent())
                .collect(groupingBy(Webhook::event, counting()));

        assertThat(counts)
                .isEqualTo(Map.of(
                        "check_run", 9L,
                        "discussion", 15L,
                        "issue_comment", 9L,
                        "issues", 29L,
                        "pull_request", 29L,
                        "push", 7L,
                        "release", 13L,
                        "repository", 13L,
                        "star", 3L,
                        "workflow_run", 5L));
        assertThat(RealWebhooks.ALL).hasSize(329);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void mapsEveryRealPayloadToAMessageThatItsContractAccepts(Mapping<?> mapping) {
        var topic = Topic.of(mapping.type());
        var check = check(topic);
        var key = topic.contract().key().orElseThrow();

        assertThat(RealWebhooks.messages(mapping.event())).isNotEmpty().allSatisfy(message -> {
            assertThat(check.violations(message)).isEmpty();
            assertThat(key.of(message)).isPresent();
        });
    }

    @Test
    void fillsEveryFieldOfEveryContractFromSomeRealPayloadButThoseThatNoneSays() {
        var unfilled = Mappings.ALL.stream()
                .flatMap(mapping -> descriptor(mapping).getFields().stream()
                        .filter(field -> RealWebhooks.messages(mapping.event())
                                .noneMatch(message -> message.getAllFields().containsKey(field))))
                .map(field -> field.getFullName());

        assertThat(unfilled)
                .containsExactlyInAnyOrder(
                        "github.v1.CodePushed.is_forced",
                        "github.v1.IssueChanged.comments",
                        "github.v1.PullRequestChanged.merged_at",
                        "github.v1.ReleaseChanged.is_draft",
                        "github.v1.ReleaseChanged.name",
                        "github.v1.RepositoryState.description",
                        "github.v1.RepositoryState.is_archived",
                        "github.v1.RepositoryState.stars");
    }

    // The messages of a mapping are of its type.
    @SuppressWarnings("unchecked")
    private static Check<Message> check(Topic<?> topic) {
        return (Check<Message>) topic.check();
    }

    private static Descriptor descriptor(Mapping<?> mapping) {
        return Internal.getDefaultInstance(mapping.type()).getDescriptorForType();
    }
}
