package dev.postroad.compiler.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.plan.InvalidRulesException;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class ComparisonTest {
    private static final int MESSAGES = 60;

    private Contracts contracts;

    @BeforeAll
    void compile(@TempDir Path folder) throws IOException {
        contracts = Contracts.of(folder, 1, 4).where(ComparisonTest::makesSense);
    }

    private static boolean makesSense(Descriptor type) {
        try {
            new PlanReader().read(type);
            return true;
        } catch (InvalidRulesException e) {
            return false;
        }
    }

    @Test
    void findsNothingBetweenTheLibraryAndItself() {
        assertThat(differences(violations -> violations)).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("a violation left out", ComparisonTest::withoutTheLast),
                mistake("another order", ComparisonTest::turned),
                mistake(
                        "another rule",
                        violations -> changed(
                                violations,
                                found -> new Violation(found.field(), found.rule() + "x", found.sentence()))),
                mistake(
                        "another path",
                        violations -> changed(
                                violations,
                                found -> new Violation(found.field() + "[0]", found.rule(), found.sentence()))),
                mistake(
                        "another sentence",
                        violations ->
                                changed(violations, found -> new Violation(found.field(), found.rule(), "is wrong"))),
                mistake("an error where there is a verdict", violations -> List.of(Violation.evaluationError("none"))));
    }

    private static Arguments mistake(String name, UnaryOperator<List<Violation>> mistake) {
        return Arguments.argumentSet(name, mistake);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void noticesAMistake(UnaryOperator<List<Violation>> mistake) {
        assertThat(differences(mistake))
                .isNotEmpty()
                .allSatisfy(difference ->
                        assertThat(difference).contains("seed of the contract: ", "message Root {", "tested: "));
    }

    @Test
    void noticesThatAMessageIsValidInShortOnly() {
        var differences = differences(contracts.roots(), library -> new Check<>() {
            @Override
            public List<Violation> violations(Message message) {
                return library.violations(message);
            }

            @Override
            public boolean isValid(Message message) {
                return true;
            }
        });

        assertThat(differences)
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference).contains("in short valid"));
    }

    @Test
    void showsOnlyWhatADifferenceNeeds() {
        var differences = differences(violations -> violations.stream()
                .filter(violation -> !violation.rule().startsWith("int"))
                .toList());

        assertThat(differences).isNotEmpty().allSatisfy(difference -> {
            var message = difference.substring(difference.indexOf("message:\n"), difference.indexOf("protovalidate: "));
            assertThat(message.lines()).hasSizeLessThan(20);
        });
    }

    private List<String> differences(UnaryOperator<List<Violation>> mistake) {
        return differences(contracts.roots(), library -> message -> mistake.apply(library.violations(message)));
    }

    private static List<String> differences(
            Map<RandomContract, Descriptor> roots, UnaryOperator<Check<Message>> mistaken) {
        var differences = new ArrayList<String>();
        roots.forEach((contract, type) -> {
            var library = new ProtovalidateCheck<Message>(type);
            var comparison = new Comparison(contract, library, mistaken.apply(library));
            LongStream.range(0, MESSAGES)
                    .mapToObj(new RandomMessage(type, true)::of)
                    .map(message -> comparison.difference(message, Verdict.of(library, message)))
                    .flatMap(Optional::stream)
                    .forEach(differences::add);
        });
        return differences;
    }

    private static List<Violation> withoutTheLast(List<Violation> violations) {
        return violations.isEmpty() ? violations : violations.subList(0, violations.size() - 1);
    }

    private static List<Violation> turned(List<Violation> violations) {
        var turned = new ArrayList<>(violations);
        Collections.reverse(turned);
        return turned;
    }

    private static List<Violation> changed(List<Violation> violations, UnaryOperator<Violation> change) {
        return violations.stream().map(change).toList();
    }
}
