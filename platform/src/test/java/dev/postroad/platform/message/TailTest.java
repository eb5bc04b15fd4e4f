package dev.postroad.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.DynamicMessage;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.broker.junit.UniqueNames;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.version.ContractVersion;
import dev.postroad.platform.BusSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class TailTest {
    /** A broker takes no record from the future, and deletes those that are too old. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @AutoClose
    private final BusSite site;

    TailTest(EmbeddedBroker broker, @TempDir Path folder) throws IOException {
        site = new BusSite(folder, broker.bootstrapServers());
    }

    @Test
    void masksPersonalData(UniqueNames names) throws IOException {
        var contract =
                contract(names, "key: \"id\"", "string id = 1; string email = 2 [(postroad.personal_data) = true];");
        var event = event(contract, Map.of("id", "a1", "email", "ada@example.org"));
        site.cluster().write(List.of(written(contract, "a1", event)));

        var shown = shown(contract, 1, 1);

        assertThat(shown).singleElement().satisfies(found -> {
            assertThat(found.key()).hasValue("a1");
            assertThat(found.json()).hasValue("{\"id\":\"a1\",\"email\":\"***\"}");
            assertThat(found.problem()).isEmpty();
            assertThat(found.timestamp()).isEqualTo(NOW);
        });
    }

    @Test
    void masksAKeyThatIsPersonalData(UniqueNames names) throws IOException {
        var contract = contract(names, "key: \"email\"", "string email = 1 [(postroad.personal_data) = true];");
        site.cluster()
                .write(List.of(
                        written(contract, "ada@example.org", event(contract, Map.of("email", "ada@example.org")))));

        var shown = shown(contract, 1, 1);

        assertThat(shown).singleElement().satisfies(found -> {
            assertThat(found.key()).hasValue("***");
            assertThat(found.json()).hasValue("{\"email\":\"***\"}");
        });
    }

    @Test
    void showsTheVersionThatTheHeaderNames(UniqueNames names) throws IOException {
        var contract = contract(names, "", "string id = 1;");
        var event = event(contract, Map.of("id", "a1"));
        site.cluster()
                .write(List.of(
                        with(contract.version().bytes(), written(contract, null, event)),
                        with("short".getBytes(StandardCharsets.UTF_8), written(contract, null, event)),
                        written(contract, null, event)));

        var shown = shown(contract, 3, 3);

        assertThat(shown)
                .extracting(ShownRecord::version)
                .containsExactly(Optional.of(contract.version()), Optional.empty(), Optional.empty());
        assertThat(shown).extracting(ShownRecord::key).containsOnly(Optional.empty());
    }

    @Test
    void tellsWhatCannotBeRead(UniqueNames names) throws IOException {
        var contract = contract(names, "key: \"id\"", "string id = 1;");
        site.cluster()
                .write(List.of(
                        written(contract, "a1", new byte[] {10, 99, 1}),
                        written(contract, "a2", null),
                        written(contract, "a3", event(contract, Map.of("id", "a3")))));

        var shown = shown(contract, 3, 3);

        assertThat(shown).extracting(ShownRecord::offset).containsExactly(0L, 1L, 2L);
        assertThat(shown)
                .extracting(ShownRecord::problem)
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .hasValueSatisfying(
                                        text -> assertThat(text).startsWith("3 bytes that are no events1.v1.Event: ")),
                        problem -> assertThat(problem).hasValue("tombstone"),
                        problem -> assertThat(problem).isEmpty());
        assertThat(shown)
                .extracting(ShownRecord::json)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("{\"id\":\"a3\"}"));
    }

    @Test
    void beginsWithTheNewestOfEachPartition(UniqueNames names) throws IOException {
        var contract = contract(names, "", "string id = 1;");
        for (var number = 0; number < 5; number++) {
            site.cluster().write(List.of(written(contract, null, event(contract, Map.of("id", "a" + number)))));
        }

        var shown = shown(contract, 2, 2);

        assertThat(shown).extracting(ShownRecord::offset).containsExactly(3L, 4L);
    }

    @Test
    void showsAllWhereThereAreFewerThanAskedFor(UniqueNames names) throws IOException {
        var contract = contract(names, "", "string id = 1;");
        site.cluster().write(List.of(written(contract, null, event(contract, Map.of("id", "a0")))));

        var shown = shown(contract, 100, 1);

        assertThat(shown).extracting(ShownRecord::offset).containsExactly(0L);
    }

    @Test
    void goesOnWithWhatIsNew(UniqueNames names) throws IOException {
        var contract = contract(names, "", "string id = 1;");
        site.cluster().write(List.of(written(contract, null, event(contract, Map.of("id", "old")))));
        try (var tail = Tail.open(site.connection(), contract, 0)) {
            site.cluster().write(List.of(written(contract, null, event(contract, Map.of("id", "new")))));

            var shown = collect(tail, 1);

            assertThat(shown).extracting(ShownRecord::json).containsExactly(Optional.of("{\"id\":\"new\"}"));
        }
    }

    @Test
    void showsRecordsOfSeveralPartitionsInTheOrderOfTime(UniqueNames names) throws IOException {
        var contract = site.bus().withTopic(names.topic(), "", "string id = 1;").contract(names.topic());
        site.cluster().create(names.topic(), 3, Map.of());
        for (var number = 0; number < 6; number++) {
            var at = NOW.minusSeconds(number).toEpochMilli();
            var value = event(contract, Map.of("id", "a" + number));
            site.cluster().write(List.of(new ProducerRecord<>(names.topic(), number % 3, at, null, value)));
        }

        // Only what was fetched together is in order, and now and then a fetch does not have all of it.
        await().untilAsserted(() -> {
            try (var tail = Tail.open(site.connection(), contract, 1)) {
                var shown = tail.next();
                assertThat(shown).extracting(ShownRecord::offset).containsOnly(1L);
                assertThat(shown).extracting(ShownRecord::partition).containsExactly(2, 1, 0);
            }
        });
    }

    @Test
    void saysThatTheTopicIsNotOnTheCluster(UniqueNames names) throws IOException {
        var contract = site.bus().withTopic(names.topic(), "", "string id = 1;").contract(names.topic());

        assertThatThrownBy(() -> Tail.open(site.connection(), contract, 3))
                .isInstanceOf(TopicMissingException.class)
                .hasMessageStartingWith("topic %s is not on the cluster at ".formatted(names.topic()))
                .hasMessageEndingWith("; create it with: postroad apply");
    }

    private Contract contract(UniqueNames names, String options, String fields) throws IOException {
        site.cluster().create(names.topic(), 1, Map.of());
        return site.bus().withTopic(names.topic(), options, fields).contract(names.topic());
    }

    private static byte[] event(Contract contract, Map<String, Object> fields) {
        var event = DynamicMessage.newBuilder(contract.message());
        fields.forEach((name, value) -> event.setField(contract.message().findFieldByName(name), value));
        return event.build().toByteArray();
    }

    private static ProducerRecord<byte[], byte[]> written(
            Contract contract, @Nullable String key, byte @Nullable [] value) {
        var keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(contract.kafkaTopic(), 0, NOW.toEpochMilli(), keyBytes, value);
    }

    private static ProducerRecord<byte[], byte[]> with(byte[] version, ProducerRecord<byte[], byte[]> written) {
        written.headers().add(new RecordHeader(ContractVersion.HEADER, version));
        return written;
    }

    private List<ShownRecord> shown(Contract contract, long last, int count) {
        try (var tail = Tail.open(site.connection(), contract, last)) {
            return collect(tail, count);
        }
    }

    private static List<ShownRecord> collect(Tail tail, int count) {
        var shown = new ArrayList<ShownRecord>();
        await().until(() -> {
            shown.addAll(tail.next());
            return shown.size() >= count;
        });
        return shown;
    }
}
