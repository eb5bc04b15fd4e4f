package dev.postroad.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.broker.junit.UniqueNames;
import dev.postroad.platform.BusSite;
import dev.postroad.platform.apply.AppliedTopic.Action;
import dev.postroad.platform.cluster.ClusterRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class TopicApplierTest {
    @AutoClose
    private final BusSite site;

    TopicApplierTest(EmbeddedBroker broker, @TempDir Path folder) throws IOException {
        site = new BusSite(folder, broker.bootstrapServers());
    }

    @Test
    void createsTopicsAsDesigned(UniqueNames names) throws IOException {
        var topic = names.topic();
        site.bus().withTopic(topic, "key: \"id\" partitions: 4 retention: \"12h\"", "string id = 1;");

        var applied = new TopicApplier(site.connection()).apply(site.bus().load());

        assertThat(applied).extracting(each -> each.design().topic()).containsExactly(topic, "__postroad.reports");
        assertThat(applied.get(0).action()).isEqualTo(Action.CREATED);
        assertThat(site.cluster().partitions(topic)).isEqualTo(4);
        assertThat(site.cluster().setting(topic, "retention.ms")).isEqualTo("43200000");
        assertThat(site.cluster().partitions("__postroad.reports")).isEqualTo(1);
        assertThat(site.cluster().setting("__postroad.reports", "retention.ms")).isEqualTo("3600000");
    }

    @Test
    void createsWhatSubscribersDeriveFromATopic(UniqueNames names) throws IOException {
        var topic = names.topic();
        var bus = site.bus()
                .withTopic(topic, "key: \"id\"", "string id = 1;")
                .withSubscriber("billing", topic)
                .load();

        var applied = new TopicApplier(site.connection()).apply(bus);

        assertThat(applied)
                .extracting(each -> each.design().topic())
                .containsExactly(
                        topic,
                        topic + ".billing.retry.10s",
                        topic + ".billing.retry.1m",
                        topic + ".billing.retry.10m",
                        topic + ".billing.dlt",
                        "__postroad.reports");
        assertThat(site.cluster().partitions(topic + ".billing.retry.1m")).isEqualTo(1);
        assertThat(site.cluster().setting(topic + ".billing.dlt", "retention.ms"))
                .isEqualTo("2592000000");
    }

    @Test
    void createsWhatEachGroupOfAServiceDerivesFromATopic(UniqueNames names) throws IOException {
        var topic = names.topic();
        var bus = site.bus()
                .withTopic(topic, "key: \"id\"", "string id = 1;")
                .with("services/billing.yaml", """
                        name: billing
                        team: checkout
                        subscribes:
                          - %1$s
                          - { topic: %1$s, subscription: audit }
                        """.formatted(topic))
                .load();

        var applied = new TopicApplier(site.connection()).apply(bus);

        assertThat(applied)
                .extracting(each -> each.design().topic())
                .containsExactly(
                        topic,
                        topic + ".billing.retry.10s",
                        topic + ".billing.retry.1m",
                        topic + ".billing.retry.10m",
                        topic + ".billing.dlt",
                        topic + ".billing.audit.retry.10s",
                        topic + ".billing.audit.retry.1m",
                        topic + ".billing.audit.retry.10m",
                        topic + ".billing.audit.dlt",
                        "__postroad.reports");
        assertThat(site.cluster().topics())
                .contains(topic + ".billing.dlt", topic + ".billing.audit.dlt", topic + ".billing.audit.retry.10m");
    }

    @Test
    void leavesTopicsThatCanBeUsedAtOnce(UniqueNames names) throws IOException {
        var topics =
                IntStream.range(0, 40).mapToObj(i -> names.topic("many" + i)).toList();
        for (var topic : topics) {
            site.bus().withTopic(topic, "partitions: 5", "string id = 1;");
        }

        new TopicApplier(site.connection()).apply(site.bus().load());

        assertThat(site.connection().partitions(topics)).hasSize(200);
    }

    @Test
    void changesNothingWhenItIsRepeated(UniqueNames names) throws IOException {
        var topic = names.topic();
        var loaded = site.bus()
                .withTopic(topic, "cleanup: COMPACT key: \"id\"", "string id = 1;")
                .load();
        new TopicApplier(site.connection()).apply(loaded);

        var repeated = new TopicApplier(site.connection()).apply(loaded);

        assertThat(repeated).allSatisfy(each -> {
            assertThat(each.action()).isEqualTo(Action.UNCHANGED);
            assertThat(each.differences()).isEmpty();
        });
        assertThat(site.cluster().partitions(topic)).isEqualTo(3);
        assertThat(site.cluster().setting(topic, "cleanup.policy")).isEqualTo("compact");
    }

    @Test
    void tellsWhereATopicIsNotAsDesignedAndLeavesItAsItIs(UniqueNames names) throws IOException {
        var topic = names.topic();
        site.cluster().create(topic, 2, Map.of("retention.ms", "1000", "cleanup.policy", "compact"));

        var applied = new TopicApplier(site.connection())
                .apply(site.bus()
                        .withTopic(topic, "retention: \"1h\"", "string id = 1;")
                        .load());

        assertThat(applied.get(0).action()).isEqualTo(Action.UNCHANGED);
        assertThat(applied.get(0).differences())
                .containsExactly(
                        "cleanup.policy compact, designed with delete",
                        "partitions 2, designed with 3",
                        "retention.ms 1000, designed with 3600000");
        assertThat(site.cluster().partitions(topic)).isEqualTo(2);
        assertThat(site.cluster().setting(topic, "retention.ms")).isEqualTo("1000");
    }

    @Test
    void adoptsATopicByItsOldName(UniqueNames names) throws IOException {
        var old = names.group("Legacy_Orders");
        site.cluster().create(old, 3, Map.of());

        var applied = new TopicApplier(site.connection())
                .apply(site.bus()
                        .withTopic(names.topic(), "legacy_name: \"%s\"".formatted(old), "string id = 1;")
                        .load());

        assertThat(applied.get(0).design().topic()).isEqualTo(old);
        assertThat(applied.get(0).action()).isEqualTo(Action.UNCHANGED);
        assertThat(site.cluster().topics()).doesNotContain(names.topic());
    }

    @Test
    void agreesWithAnotherThatAppliesTheSame(UniqueNames names) throws IOException {
        var topics =
                IntStream.range(0, 10).mapToObj(i -> names.topic("shared" + i)).toList();
        for (var topic : topics) {
            site.bus().withTopic(topic, "", "string id = 1;");
        }
        var loaded = site.bus().load();

        var several = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> new TopicApplier(site.connection()).apply(loaded)))
                .toList();

        assertThat(several).allSatisfy(applied -> assertThat(applied.join()).hasSize(11));
        assertThat(site.cluster().topics()).containsAll(topics);
    }

    @Test
    void createsNothingForABusWithErrors(UniqueNames names) throws IOException {
        var loaded = site.bus()
                .withTopic(names.topic(), "", "string id = 1;")
                .withTopic("no topic name", "", "string id = 1;")
                .load();
        var applier = new TopicApplier(site.connection());

        assertThatThrownBy(() -> applier.apply(loaded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bus shop has errors; nothing was applied");
        assertThat(site.cluster().topics()).doesNotContain(names.topic());
    }

    @Test
    void saysWhyTheClusterRefusesATopic(UniqueNames names) throws IOException {
        // Kafka takes topics whose names differ in '.' and '_' only for one, because of its metrics.
        site.cluster().create(names.topic().replace('.', '_'), 1, Map.of());
        var loaded = site.bus().withTopic(names.topic(), "", "string id = 1;").load();
        var applier = new TopicApplier(site.connection());

        assertThatThrownBy(() -> applier.apply(loaded))
                .isInstanceOf(ClusterRefusedException.class)
                .hasMessageContaining("the cluster at " + site.connection().bootstrap() + " refused: ")
                .hasMessageContaining("collides with existing topic");
    }

    @Test
    void appliesABusWithoutContracts() {
        var applied = new TopicApplier(site.connection()).apply(site.bus().load());

        assertThat(applied).extracting(each -> each.design().topic()).isEqualTo(List.of("__postroad.reports"));
    }
}
