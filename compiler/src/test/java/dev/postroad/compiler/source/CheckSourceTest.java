package dev.postroad.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.GeneratorNames;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormat.ParseException;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the contracts of a folder; beside each stand messages in the text format, one in a line. */
@TestInstance(Lifecycle.PER_CLASS)
class CheckSourceTest {
    private static final Path CASES = Path.of("src/test/resources/check-source");

    private final Map<String, Judged> contracts = new TreeMap<>();

    private record Judged(Check<Message> check, Message empty) {
        Message message(String text) throws ParseException {
            var builder = empty.newBuilderForType();
            TextFormat.merge(text, builder);
            return builder.build();
        }
    }

    private record Case(String contract, Judged judged, String text) {
        @Override
        public String toString() {
            return contract + ": " + text;
        }
    }

    @BeforeAll
    void compileTheChecks(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        var protoc = Protoc.installed();
        var files = protoc.compile(CASES, "").files();
        protoc.generateJava(CASES, files.stream().map(SourceFile::shown).toList(), folder);
        var sources = new TreeMap<String, CheckSource>();
        for (var file : files) {
            var message = file.descriptor().getMessageTypes().get(0);
            var source = new CheckSource(Contract.of(message), new PlanReader().read(message));
            Files.writeString(folder.resolve(source.path()), source.text());
            sources.put(file.shown().replace(".proto", ""), source);
        }
        var classes = new CompiledSources(folder);
        for (var entry : sources.entrySet()) {
            var message = entry.getValue().contract().message();
            contracts.put(
                    entry.getKey(),
                    new Judged(
                            classes.check(entry.getValue().className()),
                            classes.emptyMessage(GeneratorNames.getBytecodeClassName(message))));
        }
    }

    Stream<Case> cases() {
        return contracts.entrySet().stream()
                .flatMap(contract -> lines(contract.getKey()).stream()
                        .map(line -> new Case(contract.getKey(), contract.getValue(), line)));
    }

    private static List<String> lines(String contract) {
        try {
            return Files.readAllLines(CASES.resolve(contract + ".txt")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("each contract has messages", e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasTheVerdictOfProtovalidate(Case example) throws ParseException {
        var judged = example.judged();
        var message = judged.message(example.text());
        var expected = new ProtovalidateCheck<>(message.getDescriptorForType()).violations(message);

        var violations = judged.check().violations(message);

        assertThat(inWords(violations)).isEqualTo(inWords(expected));
        assertThat(judged.check().isValid(message)).isEqualTo(expected.isEmpty());
    }

    @Test
    void findsBrokenMessagesAndAValidOneOfEachContract() {
        assertThat(contracts).hasSize(3);
        contracts.forEach((contract, judged) -> assertThat(lines(contract))
                .anyMatch(line -> isValid(judged, line))
                .anyMatch(line -> !isValid(judged, line)));
    }

    private static boolean isValid(Judged judged, String text) {
        try {
            return judged.check().isValid(judged.message(text));
        } catch (ParseException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** What made an evaluation fail is said in other words. */
    private static List<String> inWords(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.rule().equals("evaluation-error")
                        ? violation.rule()
                        : "%s: %s [%s]".formatted(violation.field(), violation.sentence(), violation.rule()))
                .toList();
    }
}
