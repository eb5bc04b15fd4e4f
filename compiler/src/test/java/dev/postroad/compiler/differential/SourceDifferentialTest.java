package dev.postroad.compiler.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.differential.GeneratedClasses.Source;
import dev.postroad.compiler.plan.InvalidRulesException;
import dev.postroad.compiler.source.CheckSource;
import dev.postroad.contract.topic.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated checks give protovalidate's verdicts on messages of generated classes. */
class SourceDifferentialTest {
    private final PlanReader plans = new PlanReader();

    @TempDir
    private Path folder;

    @Test
    void hasTheVerdictsOfProtovalidate() throws IOException {
        var campaign = campaign(5_001, 24, 700);

        assertThat(campaign.differences()).isEmpty();
        assertThat(campaign.compared()).isGreaterThan(15_000);
    }

    static LongStream firstSeeds() {
        return LongStream.range(0, 30).map(block -> 20_000 + 40 * block);
    }

    @ParameterizedTest
    @MethodSource("firstSeeds")
    @Tag("slow")
    void hasTheVerdictsOfProtovalidateForAMillionMessages(long firstSeed) throws IOException {
        assertThat(campaign(firstSeed, 40, 700).differences()).isEmpty();
    }

    private Campaign campaign(long firstSeed, int count, int messages) throws IOException {
        var contracts = Contracts.of(Files.createDirectory(folder.resolve("proto")), firstSeed, count)
                .where(this::makesSense);
        var classes = GeneratedClasses.of(contracts, Files.createDirectory(folder.resolve("java")), this::source);
        var campaign =
                new Campaign(type -> Optional.of(classes.check(type.getFile().getPackage() + ".RootCheck")), messages);
        contracts.roots().forEach((contract, type) -> {
            var empty = classes.empty(contract);
            var random = new RandomMessage(type, false);
            campaign.run(
                    contract, empty.getDescriptorForType(), seed -> GeneratedClasses.parsed(empty, random.of(seed)));
        });
        return campaign;
    }

    private boolean makesSense(Descriptor type) {
        try {
            plans.read(type);
            return true;
        } catch (InvalidRulesException e) {
            return false;
        }
    }

    private Source source(Descriptor type) {
        var source = new CheckSource(Contract.of(type), plans.read(type));
        return new Source(source.className(), source.text());
    }
}
