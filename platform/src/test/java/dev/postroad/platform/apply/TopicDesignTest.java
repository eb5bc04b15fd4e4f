package dev.postroad.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.GroupName;
import dev.postroad.platform.BusFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicDesignTest {
    private static final String TOPIC = "orders.order-placed.v1";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                         |   3 | 3 partitions: the least, since no rate is expected
            expected_size: 5000                        |   3 | 3 partitions: the least, since no rate is expected
            expected_rate: 500                         |   3 | 3 partitions: 500 messages/s at peak, planned for 1,000 messages/s each, between 3 and 100
            expected_rate: 3000                        |   3 | 3 partitions: 3,000 messages/s at peak, planned for 1,000 messages/s each, between 3 and 100
            expected_rate: 3000.5                      |   4 | 4 partitions: 3,001 messages/s at peak, planned for 1,000 messages/s each, between 3 and 100
            expected_rate: 100 expected_size: 50001    |   6 | 6 partitions: 100 messages/s and 5,000 kB/s at peak, planned for 1,000 messages/s and 1,000 kB/s each, between 3 and 100
            expected_rate: 8000 expected_size: 10      |   8 | 8 partitions: 8,000 messages/s and 80 kB/s at peak, planned for 1,000 messages/s and 1,000 kB/s each, between 3 and 100
            expected_rate: 1e12                        | 100 | 100 partitions: 1,000,000,000,000 messages/s at peak, planned for 1,000 messages/s each, between 3 and 100
            partitions: 1                              |   1 | 1 partition: as the contract says
            partitions: 400 expected_rate: 90000       | 400 | 400 partitions: as the contract says
            """)
    void computesPartitionsFromWhatIsExpected(String options, int partitions, String arithmetic) throws IOException {
        var design = TopicDesign.of(contract(options), 1);

        assertThat(design.partitions()).isEqualTo(partitions);
        assertThat(design.arithmetic()).isEqualTo(arithmetic);
    }

    @Test
    void derivesTheTopicsOfAGroup() throws IOException {
        var designs = TopicDesign.derived(contract("partitions: 31 cleanup: COMPACT"), GroupName.of("billing"), 3);

        assertThat(designs)
                .extracting(TopicDesign::topic)
                .containsExactlyElementsOf(new DerivedTopics(TOPIC, "billing").standard());
        assertThat(designs).extracting(TopicDesign::partitions).containsExactly(4, 4, 4, 1);
        assertThat(designs).allSatisfy(design -> {
            assertThat(design.replication()).isEqualTo((short) 3);
            assertThat(design.configuration())
                    .containsEntry("cleanup.policy", "delete")
                    .containsEntry("max.message.bytes", "67108864")
                    .containsEntry("min.insync.replicas", "2");
        });
        assertThat(designs)
                .extracting(design -> design.configuration().get("retention.ms"))
                .containsExactly("604800000", "604800000", "604800000", "2592000000");
        assertThat(designs.get(0).arithmetic()).isEqualTo("4 partitions: a tenth of the topic's");
    }

    @Test
    void deletesWhatIsOlderThanTheRetention() throws IOException {
        var design = TopicDesign.of(contract("retention: \"12h\""), 1);

        assertThat(design.topic()).isEqualTo(TOPIC);
        assertThat(design.configuration())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "43200000");
    }

    @Test
    void keepsTheNewestOfEachKeyWhateverItsAge() throws IOException {
        var design = TopicDesign.of(contract("cleanup: COMPACT retention: \"12h\""), 1);

        assertThat(design.configuration())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 1", "3, 3, 2", "5, 3, 2"})
    void replicatesAsFarAsThereAreBrokers(int brokers, short replication, String inSync) throws IOException {
        var design = TopicDesign.of(contract(""), brokers);
        var reports = TopicDesign.reports(brokers);

        assertThat(design.replication()).isEqualTo(replication);
        assertThat(design.configuration()).containsEntry("min.insync.replicas", inSync);
        assertThat(reports.replication()).isEqualTo(replication);
        assertThat(reports.configuration()).containsEntry("min.insync.replicas", inSync);
    }

    @Test
    void keepsAnAdoptedTopicsName() throws IOException {
        var design = TopicDesign.of(contract("legacy_name: \"Legacy_Orders\""), 1);

        assertThat(design.topic()).isEqualTo("Legacy_Orders");
    }

    @Test
    void keepsReportsForAnHour() {
        var design = TopicDesign.reports(1);

        assertThat(design.topic()).isEqualTo("__postroad.reports");
        assertThat(design.partitions()).isEqualTo(1);
        assertThat(design.configuration())
                .containsEntry("retention.ms", "3600000")
                .containsEntry("segment.ms", "600000");
    }

    private Contract contract(String options) throws IOException {
        var bus = new BusFolder(folder).withTopic(TOPIC, "key: \"id\" " + options, "string id = 1;");
        return bus.contract(TOPIC);
    }
}
