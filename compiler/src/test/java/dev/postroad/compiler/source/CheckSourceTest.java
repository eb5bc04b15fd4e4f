package dev.postroad.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormat.ParseException;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class CheckSourceTest {
    private static final Path CASES = Path.of("src/test/resources/check-source");

    private Check<Message> check;
    private Message empty;

    @BeforeAll
    void compileTheCheckOfEveryRule(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        var protoc = Protoc.installed();
        var message = protoc.compile(CASES, "")
                .files()
                .get(0)
                .descriptor()
                .getMessageTypes()
                .get(0);
        var source = new CheckSource(Contract.of(message), new PlanReader().read(message));
        protoc.generateJava(CASES, List.of("every_rule.proto"), folder);
        Files.writeString(folder.resolve(source.path()), source.text());
        var classes = new CompiledSources(folder);
        check = classes.check(source.className());
        empty = classes.emptyMessage("com.example.rules.v1.EveryRule");
    }

    List<String> messages() throws IOException {
        return Files.readAllLines(CASES.resolve("messages.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void hasTheVerdictOfProtovalidate(String text) throws ParseException {
        var builder = empty.newBuilderForType();
        TextFormat.merge(text, builder);
        var message = builder.build();
        var expected = new ProtovalidateCheck<>(message.getDescriptorForType()).violations(message);

        var violations = check.violations(message);

        assertThat(fieldsAndRules(violations)).isEqualTo(fieldsAndRules(expected));
        assertThat(check.isValid(message)).isEqualTo(expected.isEmpty());
    }

    @Test
    void findsABrokenMessageAndAValidOneAmongThem() throws IOException, ParseException {
        var verdicts = new HashSet<Boolean>();
        for (var text : messages()) {
            var builder = empty.newBuilderForType();
            TextFormat.merge(text, builder);
            verdicts.add(check.isValid(builder.build()));
        }

        assertThat(verdicts).containsExactlyInAnyOrder(true, false);
    }

    private static List<String> fieldsAndRules(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.rule().equals("evaluation-error")
                        ? violation.rule()
                        : "%s: %s [%s]".formatted(violation.field(), violation.sentence(), violation.rule()))
                .toList();
    }
}
