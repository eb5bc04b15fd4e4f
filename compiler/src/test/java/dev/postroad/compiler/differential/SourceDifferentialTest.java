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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated checks give protovalidate's verdicts on messages of generated classes. */
class SourceDifferentialTest {
    private final PlanReader plans = new PlanReader();

    @TempDir
    private Path folder;

    @Test
    void hasTheVerdictsOfProtovalidate() throws IOException {
        var campaign = campaign(5_001, 60, 800);

        assertThat(campaign.differences()).isEmpty();
        assertThat(campaign.compared()).isGreaterThan(50_000);
    }

    @Test
    @Tag("slow")
    void hasTheVerdictsOfProtovalidateForAMillionMessages() throws IOException {
        var compared = 0;
        for (var firstSeed = 20_000; firstSeed < 21_200; firstSeed += 40) {
            var campaign = campaign(firstSeed, 40, 900);
            compared += campaign.compared();
            assertThat(campaign.differences()).isEmpty();
        }
        assertThat(compared).isGreaterThan(1_000_000);
    }

    private Campaign campaign(long firstSeed, int count, int messages) throws IOException {
        var proto = Files.createDirectory(folder.resolve("proto" + firstSeed));
        var contracts = Contracts.of(proto, firstSeed, count).where(this::isCompiled);
        var java = Files.createDirectory(folder.resolve("java" + firstSeed));
        var classes = GeneratedClasses.of(contracts, java, this::source);
        var campaign =
                new Campaign(type -> Optional.of(classes.check(type.getFile().getPackage())), messages);
        contracts.roots().forEach((contract, type) -> {
            var empty = classes.empty(contract);
            var random = new RandomMessage(type, false);
            campaign.run(
                    contract, empty.getDescriptorForType(), seed -> GeneratedClasses.parsed(empty, random.of(seed)));
        });
        return campaign;
    }

    /** Whether the check is Java, and not the library. */
    private boolean isCompiled(Descriptor type) {
        try {
            return plans.read(type).isComplete();
        } catch (InvalidRulesException e) {
            return false;
        }
    }

    private Source source(Descriptor type) {
        var source = new CheckSource(Contract.of(type), plans.read(type));
        return new Source(source.className(), source.text());
    }
}
