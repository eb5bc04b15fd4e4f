package dev.postroad.compiler.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.json.MessageJson;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.topic.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleMessagesTest {
    private static final ExampleMessages EXAMPLES = ExampleMessages.thatStay();

    @TempDir
    private Path folder;

    static Stream<Contract> sampleContracts() {
        return BusRepository.load(Path.of("../examples/github-bus"), Protoc.installed()).contracts().stream()
                .map(source -> source.contract());
    }

    @ParameterizedTest
    @MethodSource("sampleContracts")
    void findsAValidMessageForEachContractOfTheSampleBus(Contract contract) {
        for (var seed = 0; seed < 5; seed++) {
            assertValid(contract.message(), seed);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsAValidMessageForRandomRules(long seed) throws IOException {
        var random = new Random(seed);
        var fields = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> "  " + RandomField.text(random, number))
                .toList();

        var type = compile(fields);

        assertValid(type, ExampleMessages.USUAL);
        assertValid(type, seed);
    }

    @Test
    void givesTheSameMessageForTheSameSeed() throws IOException {
        var type = compile(List.of(
                "  string a = 1;", "  int64 b = 2;", "  string c = 3 [(buf.validate.field).string.uuid = true];"));

        var message = EXAMPLES.of(type, 7);

        assertThat(EXAMPLES.of(type, 7)).isEqualTo(message);
        assertThat(EXAMPLES.of(type, 8)).isNotEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this.b > this.a",
                "this.total == this.a + this.b",
                "has(this.note) == (this.a > 100)",
                "this.note.startsWith('urgent: ') || this.tags.size() >= 2",
                "this.end - this.begin >= duration('30s')",
                "this.end >= this.begin && this.tags.all(tag, tag.size() > 3)",
                "!has(this.end) || this.end > timestamp('2099-01-01T00:00:00Z')",
                "this.inner.kind == 'b' && this.inner.count == 3"
            })
    void satisfiesRulesThatBindFields(String expression) throws IOException {
        var type = compile(List.of(
                "  option (buf.validate.message).cel = { id: \"x\" message: \"m\" expression: \"%s\" };"
                        .formatted(expression),
                "  int32 a = 1; int32 b = 2 [(buf.validate.field).int32.gte = 0]; int32 total = 3;",
                "  optional string note = 4; repeated string tags = 5;",
                "  google.protobuf.Timestamp begin = 6; google.protobuf.Timestamp end = 7;",
                "  Inner inner = 8;",
                "  message Inner { string kind = 1; int32 count = 2; }"));

        assertValid(type, ExampleMessages.USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string a = 1 [(buf.validate.field).string = { min_len: 5 max_len: 4 }];",
                "string a = 1 [(buf.validate.field).cel = { id: \"never\" expression: \"false\" }];",
                "string a = 1 [(buf.validate.field).cel = { id: \"unknown\" expression: \"this.b\" }];",
                "google.protobuf.Timestamp a = 1 [(buf.validate.field).required = true, (buf.validate.field).timestamp.within = { seconds: 60 }];"
            })
    void isNotFoundWhereNoneStaysValid(String field) throws IOException {
        assertThat(EXAMPLES.of(compile(List.of("  " + field)), ExampleMessages.USUAL))
                .isEmpty();
    }

    @Test
    void liesNearThePresentWhereRulesAskForIt() throws IOException {
        var type = compile(List.of(
                "  google.protobuf.Timestamp a = 1 [(buf.validate.field).timestamp.within = { seconds: 60 }];"));

        assertThat(new ExampleMessages(Clock.systemUTC()).of(type, ExampleMessages.USUAL))
                .hasValueSatisfying(
                        message -> assertThat(message.getAllFields()).isNotEmpty());
    }

    @Test
    void endsForTypesThatHoldThemselves() throws IOException {
        var type = compile(List.of(
                "  Node a = 1; repeated Node b = 2; map<string, Node> c = 3;",
                "  message Node { Node left = 1; Node right = 2; repeated Sample all = 3; int32 d = 4; }"));

        assertValid(type, ExampleMessages.USUAL);
    }

    private Descriptor compile(List<String> lines) throws IOException {
        Files.writeString(folder.resolve("sample.proto"), """
                syntax = "proto3";
                package sample.v1;
                import "buf/validate/validate.proto";
                import "google/protobuf/any.proto";
                import "google/protobuf/duration.proto";
                import "google/protobuf/field_mask.proto";
                import "google/protobuf/struct.proto";
                import "google/protobuf/timestamp.proto";
                import "google/protobuf/wrappers.proto";
                message Sample {
                %s
                }
                enum Color { COLOR_UNSPECIFIED = 0; COLOR_RED = 1; COLOR_BLUE = 5; }
                """.formatted(String.join("\n", lines)));
        var compilation = new Protoc(Path.of(System.getProperty(Protoc.PROPERTY))).compile(folder, "");
        assertThat(compilation.findings())
                .filteredOn(finding -> !finding.message().contains("unused"))
                .isEmpty();
        return compilation.files().get(0).descriptor().findMessageTypeByName("Sample");
    }

    private static void assertValid(Descriptor type, long seed) {
        var message = EXAMPLES.of(type, seed);

        assertThat(message).as("%s with seed %d", type.getFullName(), seed).isPresent();
        assertThat(new ProtovalidateCheck<DynamicMessage>(type).violations(message.orElseThrow()))
                .isEmpty();
        assertThat(new MessageJson(type)
                        .parse(ExampleJson.of(message.orElseThrow()).orElseThrow()))
                .isEqualTo(message.orElseThrow());
    }
}
