package dev.postroad.compiler.cel;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import build.buf.validate.MessageRules;
import build.buf.validate.RepeatedRules;
import build.buf.validate.Rule;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.cel.CelCases.CelCase;
import dev.postroad.compiler.cel.CelSite.OfField;
import dev.postroad.compiler.celsubject.Subject;
import dev.postroad.compiler.closure.ClosureCheck;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the expressions of the {@link CelCases} that compile say of messages, compared with protovalidate. */
class CompiledRulesTest {
    private static final long SEED = 20261125;
    private static final int FEW = 50;
    private static final int MANY = 2_000;
    private static final Rule.Builder RULE = Rule.newBuilder().setId("rule");

    private final PlanReader plans = new PlanReader();

    static Stream<CelCase> compiled() throws IOException {
        var reader = new CelReader();
        var cases = new ArrayList<CelCase>();
        for (var file : CelCases.files().toList()) {
            cases.addAll(CelCases.read(file));
        }
        return cases.stream()
                .filter(each -> reader.read(each.expression(), each.site()) instanceof CelOutcome.Compiled);
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void haveTheVerdictsOfProtovalidate(CelCase given) throws DescriptorValidationException {
        compare(given, FEW);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("compiled")
    void haveTheVerdictsOfProtovalidateOnManyMessages(CelCase given) throws DescriptorValidationException {
        compare(given, MANY);
    }

    private void compare(CelCase given, int messages) throws DescriptorValidationException {
        var type = withRule(given);
        var expected = new ProtovalidateCheck<Message>(type);
        var check = ClosureCheck.of(plans.read(type));
        var subjects = new Subjects(SEED);

        for (var i = 0; i < messages; i++) {
            var message = subjects.of(type);
            assertThat(verdict(check, message))
                    .as("%s of %s, seed %d, message %d", given, message, SEED, i)
                    .isEqualTo(verdict(expected, message));
        }
    }

    private static List<String> verdict(Check<Message> check, DynamicMessage message) {
        return check.violations(message).stream().map(CompiledRulesTest::shown).toList();
    }

    /** Why an evaluation failed, each says in its own words. */
    private static String shown(Violation violation) {
        return violation.rule().equals("evaluation-error") ? violation.rule() : violation.toString();
    }

    /** A copy of the subject with the rule at its site. */
    private static Descriptor withRule(CelCase given) throws DescriptorValidationException {
        var rule = RULE.clone().setExpression(given.expression()).build();
        var message = Subject.getDescriptor().toProto().toBuilder();
        if (given.site() instanceof OfField of) {
            var rules = of.oneElement()
                    ? FieldRules.newBuilder()
                            .setRepeated(RepeatedRules.newBuilder()
                                    .setItems(FieldRules.newBuilder().addCel(rule)))
                    : FieldRules.newBuilder().addCel(rule);
            message.getFieldBuilder(of.field().getIndex())
                    .getOptionsBuilder()
                    .setExtension(ValidateProto.field, rules.build());
        } else {
            message.setOptions(MessageOptions.newBuilder()
                    .setExtension(
                            ValidateProto.message,
                            MessageRules.newBuilder().addCel(rule).build()));
        }
        return linked(message.setName("Ruled"));
    }

    private static Descriptor linked(DescriptorProto.Builder message) throws DescriptorValidationException {
        var subject = Subject.getDescriptor().getFile();
        var file = FileDescriptorProto.newBuilder()
                .setName("cel/ruled.proto")
                .setPackage(subject.getPackage())
                .setSyntax("editions")
                .setEdition(subject.toProto().getEdition())
                .addDependency(subject.getName())
                .addDependency(ValidateProto.getDescriptor().getName())
                .addMessageType(message);
        subject.getDependencies().forEach(dependency -> file.addDependency(dependency.getName()));
        var dependencies =
                Stream.concat(Stream.of(subject, ValidateProto.getDescriptor()), subject.getDependencies().stream());
        return FileDescriptor.buildFrom(file.build(), dependencies.toArray(FileDescriptor[]::new))
                .findMessageTypeByName("Ruled");
    }
}
