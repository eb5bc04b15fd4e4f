package dev.postroad.compiler.words;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.BytesRules;
import build.buf.validate.FieldRules;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.TextFormat;
import com.google.protobuf.UnknownFieldSet;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '~',
            value = {
                "string { min_len: 1 } > at least 1 character",
                "string { min_len: 2 max_len: 5 } > 2 to 5 characters",
                "string { min_len: 4 max_len: 4 } > exactly 4 characters",
                "string { len_bytes: 9 } > exactly 9 UTF-8 bytes",
                "string { email: true } > a valid email address",
                "string { email: false } >",
                "string { in: 'a' in: 'b' } > one of `a`, `b`",
                "string { not_in: 'a' } > not `a`",
                "string { prefix: 'x' suffix: 'y' } > begins with `x`; ends with `y`",
                "string { contains: 'x' not_contains: 'y' } > contains `x`; does not contain `y`",
                "string { pattern: '^a|b$' } > matches `^a|b$`",
                "string { well_known_regex: KNOWN_REGEX_HTTP_HEADER_NAME } > a valid HTTP header name",
                "string { strict: false } > `string.strict = false`",
                "string { example: 'a' } >",
                "bytes { uuid: true max_len: 16 } > at most 16 bytes; a valid UUID in bytes",
                "bytes { const: 'ab' } > always `0x6162`",
                "int32 { gte: 1 lte: 9 } > between 1 and 9",
                "int32 { gt: 0 } > greater than 0",
                "int32 { gt: 9 lt: 1 } > less than 1 or greater than 9",
                "uint64 { gte: 18446744073709551615 } > at least 18446744073709551615",
                "double { gt: 0.5 lte: 1e3 finite: true } > greater than 0.5 and at most 1000; a finite number",
                "bool { const: true } > always `true`",
                "enum { defined_only: true not_in: 0 } > a listed value; not `TYPE_UNKNOWN`",
                "enum { const: 77 } > always `77`",
                "repeated { min_items: 1 max_items: 10 unique: true items { string { min_len: 1 } } } > 1 to 10 items; all different; each item: at least 1 character",
                "duration { gt { seconds: 3600 } lte { seconds: 86400 } } > longer than 1 hour and at most 1 day",
                "timestamp { lt_now: true within { seconds: 90 } } > in the past; within 90 seconds of now",
                "timestamp { gte { seconds: 0 } } > not before 1970-01-01T00:00:00Z",
                "any { in: 'type.example.org/A' } > always `type.example.org/A`",
                "required: true > must be set",
                "ignore: IGNORE_ALWAYS required: true > its rules are switched off",
                "ignore: IGNORE_IF_ZERO_VALUE string { len: 3 } > exactly 3 characters; or empty",
                "cel { id: 'a' message: 'must be even' expression: 'this % 2 == 0' } > must be even",
                "cel { id: 'a' expression: 'this % 2 == 0' } > `this % 2 == 0`",
                "cel_expression: 'this != 3' > `this != 3`"
            })
    void says(String rules, String words) throws TextFormat.ParseException, DescriptorValidationException {
        assertThat(words(TextFormat.parse(rules, FieldRules.class))).isEqualTo(words == null ? "" : words);
    }

    @Test
    void saysWhatPredefinedRulesSayOfThemselves(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("rules.proto"), """
                edition = "2023";
                package shop;
                import "buf/validate/validate.proto";
                extend buf.validate.StringRules {
                  bool loud = 80000 [(buf.validate.predefined).cel = { message: "is loud" expression: "rule" }];
                  bool dumb = 80001 [(buf.validate.predefined).cel = { id: "dumb" expression: "!rule" }];
                  int32 words = 80002 [(buf.validate.predefined).cel = { message: "few words" expression: "rule > 1" }];
                  repeated string not = 80003 [(buf.validate.predefined).cel = { expression: "!(this in rule)" }];
                  string pattern = 80004 [(buf.validate.predefined).cel = { message: "is like" expression: "false" }];
                }
                message M {
                  string f = 1 [(buf.validate.field).string = {
                    min_len: 1 pattern: "^a" [shop.loud]: true [shop.dumb]: true [shop.words]: 3
                    [shop.not]: ["a", "b"] [shop.pattern]: "a"
                  }];
                  string g = 2 [(buf.validate.field).string.(shop.loud) = false];
                }
                """);
        var message = Protoc.installed()
                .compile(folder, "")
                .files()
                .get(0)
                .descriptor()
                .findMessageTypeByName("M");

        assertThat(ConstraintWords.of(message.findFieldByName("f")))
                .extracting(Phrase::toString)
                .containsExactly(
                        "at least 1 character",
                        "matches `^a`",
                        "is loud",
                        "`shop.dumb`",
                        "few words: `shop.words = 3`",
                        "`shop.not = a, b`",
                        "is like: `shop.pattern = a`");
        assertThat(ConstraintWords.of(message.findFieldByName("g"))).isEmpty();
    }

    @Test
    void showsRulesThatItDoesNotKnowByNumber() throws DescriptorValidationException {
        var later = UnknownFieldSet.newBuilder()
                .addField(999, UnknownFieldSet.Field.newBuilder().addVarint(5).build())
                .build();

        assertThat(words(FieldRules.newBuilder()
                        .setString(StringRules.newBuilder().setUnknownFields(later))
                        .build()))
                .isEqualTo("`string.999: 5`");
        assertThat(words(FieldRules.newBuilder().setUnknownFields(later).build()))
                .isEqualTo("`999: 5`");
    }

    @Test
    void leavesNoRuleOfItsOwnVersionOut() throws DescriptorValidationException {
        for (var rule : BytesRules.getDescriptor().getFields()) {
            if (rule.getType() == FieldDescriptor.Type.BOOL) {
                var rules = BytesRules.newBuilder().setField(rule, true);
                assertThat(words(FieldRules.newBuilder().setBytes(rules).build()))
                        .as(rule.getName())
                        .startsWith("a valid ");
            }
        }
    }

    private static String words(FieldRules rules) throws DescriptorValidationException {
        return ConstraintWords.of(field(rules)).stream().map(Phrase::toString).collect(Collectors.joining("; "));
    }

    /** A field with the rules; its type is an enum, so that numbers in rules have names. */
    private static FieldDescriptor field(FieldRules rules) throws DescriptorValidationException {
        var field = FieldDescriptorProto.newBuilder()
                .setName("f")
                .setNumber(1)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                .setType(Type.TYPE_ENUM)
                .setTypeName(".Kind")
                .setOptions(FieldOptions.newBuilder().setExtension(ValidateProto.field, rules));
        var file = FileDescriptorProto.newBuilder()
                .setName("f.proto")
                .setSyntax("proto3")
                .addMessageType(DescriptorProto.newBuilder().setName("M").addField(field));
        file.addEnumTypeBuilder()
                .setName("Kind")
                .addValueBuilder()
                .setName("TYPE_UNKNOWN")
                .setNumber(0);
        return FileDescriptor.buildFrom(file.build(), new FileDescriptor[] {ValidateProto.getDescriptor()})
                .findMessageTypeByName("M")
                .findFieldByName("f");
    }
}
