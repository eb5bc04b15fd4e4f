package dev.postroad.contract.version;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.PredefinedRules;
import build.buf.validate.Rule;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import dev.postroad.contract.language.ContractLanguage;
import dev.postroad.contract.language.TopicOptions;
import dev.postroad.contract.language.TopicOptions.Lifecycle;
import dev.postroad.contract.language.TopicOptions.Stage;
import dev.postroad.contract.orders.OrderPlaced;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractVersionTest {
    private static final FileDescriptor FILE = OrderPlaced.getDescriptor().getFile();
    private static final ContractVersion VERSION = ContractVersion.of(OrderPlaced.getDescriptor());

    @Test
    void isAVersion8Uuid() {
        assertThat(VERSION.guid().version()).isEqualTo(8);
        assertThat(VERSION.guid().variant()).isEqualTo(2);
    }

    /**
     * A change of this value is a change of every contract's version in the world: raise the form's edition instead.
     */
    @Test
    void staysTheSameFromReleaseToRelease() {
        assertThat(VERSION).hasToString("83ad820f-07e7-8415-8a5b-33ee854146c0");
    }

    @Test
    void fitsIntoAHeader() {
        assertThat(ContractVersion.ofBytes(VERSION.bytes())).hasValue(VERSION);
        assertThat(ContractVersion.ofBytes(new byte[15])).isEmpty();
    }

    @Test
    void isTheSameWhetherOptionsAreParsedOrUnknown() throws Exception {
        var unparsed = FileDescriptorProto.parseFrom(FILE.toProto().toByteString());

        assertThat(unparsed.getMessageType(0).getOptions().getUnknownFields().asMap())
                .isNotEmpty();
        assertThat(versionOf(unparsed)).isEqualTo(VERSION);
    }

    static Stream<Arguments> newVersions() {
        return Stream.of(
                change("another topic", file -> topic(file, topic -> topic.setName("orders.order-placed.v2"))),
                change("another key", file -> topic(file, topic -> topic.setKey("email"))),
                change("the message renamed", file -> {
                    order(file).setName("OrderMade");
                    rename(file, ".OrderPlaced.", ".OrderMade.");
                }),
                change("the package renamed", file -> {
                    file.setPackage("orders.v2");
                    rename(file, ".orders.v1.", ".orders.v2.");
                }),
                change(
                        "a field added",
                        file -> order(file)
                                .addFieldBuilder()
                                .setName("note")
                                .setNumber(20)
                                .setType(Type.TYPE_STRING)
                                .setLabel(Label.LABEL_OPTIONAL)),
                change("a field removed", file -> order(file).removeField(10)),
                change("a field renamed", file -> order(file).getFieldBuilder(1).setName("mail")),
                change(
                        "a field renumbered",
                        file -> order(file).getFieldBuilder(1).setNumber(21)),
                change("another type", file -> order(file).getFieldBuilder(10).setType(Type.TYPE_SINT64)),
                change(
                        "another cardinality",
                        file -> order(file).getFieldBuilder(10).setLabel(Label.LABEL_REPEATED)),
                change("presence lost", file -> {
                    order(file).getFieldBuilder(2).clearProto3Optional().clearOneofIndex();
                    order(file).removeOneofDecl(1);
                }),
                change(
                        "another JSON name",
                        file -> order(file).getFieldBuilder(1).setJsonName("mail")),
                change(
                        "a field moved into a oneof",
                        file -> order(file).getFieldBuilder(10).setOneofIndex(0)),
                change(
                        "a oneof renamed",
                        file -> order(file).getOneofDeclBuilder(0).setName("means")),
                change("a constraint tightened", file -> {
                    var options = order(file).getFieldBuilder(2).getOptionsBuilder();
                    var rules = options.getExtension(ValidateProto.field).toBuilder();
                    rules.getInt32Builder().setGt(1);
                    options.setExtension(ValidateProto.field, rules.build());
                }),
                change(
                        "a constraint dropped",
                        file -> order(file)
                                .getFieldBuilder(0)
                                .getOptionsBuilder()
                                .clearExtension(ValidateProto.field)),
                change("a rule of a nested message changed", file -> {
                    var options = file.getMessageTypeBuilder(1).getOptionsBuilder();
                    var rules = options.getExtension(ValidateProto.message).toBuilder();
                    rules.getCelBuilder(0).setExpression("this.nanos < 1000");
                    options.setExtension(ValidateProto.message, rules.build());
                }),
                change(
                        "personal data unmarked",
                        file -> order(file)
                                .getFieldBuilder(1)
                                .getOptionsBuilder()
                                .clearExtension(ContractLanguage.personalData)),
                change(
                        "an enum value added",
                        file -> file.getEnumTypeBuilder(0)
                                .addValueBuilder()
                                .setName("CHANNEL_SHOP")
                                .setNumber(2)),
                change(
                        "an enum value renamed",
                        file -> file.getEnumTypeBuilder(0).getValueBuilder(1).setName("CHANNEL_NET")),
                change(
                        "a field added to a nested message",
                        file -> order(file)
                                .getNestedTypeBuilder(0)
                                .addFieldBuilder()
                                .setName("weight")
                                .setNumber(3)
                                .setType(Type.TYPE_INT32)
                                .setLabel(Label.LABEL_OPTIONAL)));
    }

    @ParameterizedTest
    @MethodSource("newVersions")
    void changesWith(Consumer<FileDescriptorProto.Builder> change) throws Exception {
        assertThat(versionOf(changed(change))).isNotEqualTo(VERSION);
    }

    static Stream<Arguments> sameVersions() {
        return Stream.of(
                change("another owner", file -> topic(file, topic -> topic.setOwner("sales"))),
                change("another retention", file -> topic(file, topic -> topic.setRetention("1d"))),
                change(
                        "another rate and size",
                        file -> topic(file, topic -> topic.setExpectedRate(1).setExpectedSize(2))),
                change("another visibility", file -> topic(file, topic -> topic.clearVisibility())),
                change("another stage", file -> topic(file, topic -> topic.setStage(Stage.OBSERVED))),
                change("another lifecycle", file -> topic(file, topic -> topic.setLifecycle(Lifecycle.DEPRECATED))),
                change("more publishers", file -> topic(file, topic -> topic.addPublishers("shop"))),
                change("more partitions", file -> topic(file, topic -> topic.setPartitions(12))),
                change(
                        "comments",
                        file -> file.getSourceCodeInfoBuilder()
                                .addLocationBuilder()
                                .addPath(4)
                                .addPath(0)
                                .addSpan(1)
                                .addSpan(1)
                                .addSpan(1)
                                .setLeadingComments("Hello.")),
                change("another file name", file -> file.setName("moved/elsewhere.proto")),
                change("language options", file -> file.getOptionsBuilder().setJavaPackage("com.example")),
                change("fields in another order", file -> {
                    var first = order(file).getField(0);
                    order(file).setField(0, order(file).getField(1)).setField(1, first);
                }),
                change("messages in another order", file -> {
                    var money = file.getMessageType(1);
                    file.setMessageType(1, file.getMessageType(2)).setMessageType(2, money);
                }),
                change(
                        "an unrelated message changed",
                        file -> file.getMessageTypeBuilder(2).getFieldBuilder(0).setType(Type.TYPE_INT32)),
                change(
                        "a number reserved",
                        file -> order(file)
                                .addReservedRangeBuilder()
                                .setStart(90)
                                .setEnd(99)),
                change(
                        "a field deprecated",
                        file -> order(file)
                                .getFieldBuilder(1)
                                .getOptionsBuilder()
                                .setDeprecated(true)));
    }

    @ParameterizedTest
    @MethodSource("sameVersions")
    void staysTheSameWith(Consumer<FileDescriptorProto.Builder> change) throws Exception {
        var changed = changed(change);

        assertThat(changed).isNotEqualTo(FILE.toProto());
        assertThat(versionOf(changed)).isEqualTo(VERSION);
    }

    @Test
    void changesWithWhatAPredefinedRuleAsksFor() throws Exception {
        var version = versionWithRule("!rule || this.size() < 9");

        assertThat(versionWithRule("!rule || this.size() < 9")).isEqualTo(version);
        assertThat(versionWithRule("!rule || this.size() < 8")).isNotEqualTo(version);
    }

    /** The version of a contract that imports a rule and uses it; whoever parsed its file did not know the rule. */
    private static ContractVersion versionWithRule(String expression) throws Exception {
        var predefined = PredefinedRules.newBuilder()
                .addCel(Rule.newBuilder().setId("short").setExpression(expression));
        var rules = FileDescriptorProto.newBuilder()
                .setName("rules.proto")
                .setPackage("orders.v1")
                .addDependency("buf/validate/validate.proto");
        rules.addExtensionBuilder()
                .setName("short")
                .setNumber(80_000)
                .setType(Type.TYPE_BOOL)
                .setLabel(Label.LABEL_OPTIONAL)
                .setExtendee(".buf.validate.StringRules")
                .setOptions(FieldOptions.newBuilder().setExtension(ValidateProto.predefined, predefined.build()));
        var set = UnknownFieldSet.newBuilder()
                .addField(
                        80_000, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
        var file = FILE.toProto().toBuilder().addDependency("rules.proto");
        order(file)
                .getFieldBuilder(1)
                .getOptionsBuilder()
                .setExtension(
                        ValidateProto.field,
                        FieldRules.newBuilder()
                                .setString(StringRules.newBuilder().setUnknownFields(set))
                                .build());
        var imports = new ArrayList<>(FILE.getDependencies());
        imports.add(FileDescriptor.buildFrom(rules.build(), new FileDescriptor[] {ValidateProto.getDescriptor()}));
        return ContractVersion.of(FileDescriptor.buildFrom(file.build(), imports.toArray(FileDescriptor[]::new))
                .getMessageTypes()
                .get(0));
    }

    @Test
    void isTheSameInProto3AndInAnEditionOfEqualMeaning() throws Exception {
        var proto3 = DescriptorProto.newBuilder().setName("Ping");
        proto3.addFieldBuilder()
                .setName("id")
                .setNumber(1)
                .setType(Type.TYPE_STRING)
                .setLabel(Label.LABEL_OPTIONAL)
                .setProto3Optional(true)
                .setOneofIndex(0);
        proto3.addOneofDeclBuilder().setName("_id");
        var edition = DescriptorProto.newBuilder().setName("Ping");
        edition.addFieldBuilder()
                .setName("id")
                .setNumber(1)
                .setType(Type.TYPE_STRING)
                .setLabel(Label.LABEL_OPTIONAL);

        var inProto3 = FileDescriptorProto.newBuilder()
                .setName("a.proto")
                .setSyntax("proto3")
                .addMessageType(proto3)
                .build();
        var inEdition = FileDescriptorProto.newBuilder()
                .setName("a.proto")
                .setSyntax("editions")
                .setEdition(Edition.EDITION_2023)
                .addMessageType(edition)
                .build();

        assertThat(ContractVersion.of(FileDescriptor.buildFrom(inEdition, new FileDescriptor[0])
                        .getMessageTypes()
                        .get(0)))
                .isEqualTo(ContractVersion.of(FileDescriptor.buildFrom(inProto3, new FileDescriptor[0])
                        .getMessageTypes()
                        .get(0)));
    }

    private static Arguments change(String name, Consumer<FileDescriptorProto.Builder> change) {
        return Arguments.argumentSet(name, change);
    }

    private static void topic(FileDescriptorProto.Builder file, Consumer<TopicOptions.Builder> change) {
        var options = order(file).getOptionsBuilder();
        var topic = options.getExtension(ContractLanguage.topic).toBuilder();
        change.accept(topic);
        options.setExtension(ContractLanguage.topic, topic.build());
    }

    private static DescriptorProto.Builder order(FileDescriptorProto.Builder file) {
        return file.getMessageTypeBuilder(0);
    }

    private static void rename(FileDescriptorProto.Builder file, String from, String to) {
        for (var message : file.getMessageTypeBuilderList()) {
            Stream.concat(
                            message.getFieldBuilderList().stream(),
                            message.getNestedTypeBuilderList().stream()
                                    .flatMap(nested -> nested.getFieldBuilderList().stream()))
                    .filter(field -> field.hasTypeName())
                    .forEach(field -> field.setTypeName(field.getTypeName().replace(from, to)));
        }
    }

    private static FileDescriptorProto changed(Consumer<FileDescriptorProto.Builder> change) {
        var file = FILE.toProto().toBuilder();
        change.accept(file);
        return file.build();
    }

    private static ContractVersion versionOf(FileDescriptorProto file)
            throws DescriptorValidationException, InvalidProtocolBufferException {
        var copy = FileDescriptorProto.parseFrom(file.toByteString());
        return ContractVersion.of(
                FileDescriptor.buildFrom(copy, FILE.getDependencies().toArray(FileDescriptor[]::new))
                        .getMessageTypes()
                        .get(0));
    }
}
