package dev.postroad.compiler.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormat.ParseException;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.closure.ClosureCheck;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.source.CheckSource;
import dev.postroad.compiler.source.CompiledSources;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where compiled checks keep to protovalidate's specification and the library does not, as
 * docs/explanation/validation.md says. When the library is mended this fails, and the page changes.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DepartureTest {
    private Descriptor tree;
    private Descriptor wrapped;
    private Descriptor sized;
    private Descriptor extended;
    private CompiledSources classes;

    @BeforeAll
    void compile(@TempDir Path folder) throws IOException {
        var contracts = Path.of("src/test/resources/departures");
        var files = Protoc.installed().compile(contracts, "").files();
        var departures = files.get(0).descriptor();
        tree = departures.findMessageTypeByName("Tree");
        wrapped = departures.findMessageTypeByName("Wrapped");
        Protoc.installed().generateJava(contracts, List.of("predefined.proto"), folder);
        sized = files.get(1).descriptor().findMessageTypeByName("Sized");
        extended = files.get(1).descriptor().findMessageTypeByName("Extended");
        for (var type : List.of(sized, extended)) {
            var source = new CheckSource(Contract.of(type), new PlanReader().read(type));
            Files.writeString(folder.resolve(source.path()), source.text());
        }
        classes = new CompiledSources(folder);
    }

    @Test
    void checksAMessageThatHoldsItselfAtEveryDepth() throws ParseException {
        var message = message(tree, "name: 'a' child { name: 'b' child {} }");

        assertThat(compiled(tree).violations(message))
                .extracting(Violation::field)
                .containsExactly("child.child.name");
        assertThat(library(tree).violations(message)).isEmpty();
    }

    @Test
    void appliesTheRulesOfWrappersInAList() throws ParseException {
        var message = message(wrapped, "numbers { value: 6 } numbers { value: 7 } some {}");

        assertThat(compiled(wrapped).violations(message))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("numbers[1]", "int32.lt"));
        assertThatThrownBy(() -> library(wrapped).violations(message)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void appliesTheRulesOfAListOfWrappers() throws ParseException {
        var empty = message(wrapped, "");

        assertThat(compiled(wrapped).violations(empty))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("some", "repeated.min_items"));
        assertThat(library(wrapped).violations(empty)).isEmpty();
    }

    @Test
    void letsAPredefinedRuleReadTheRulesBesideIt() throws ParseException, InvalidProtocolBufferException {
        var short3 = message(sized, "text: 'abc'");
        var ofAClass = classes.emptyMessage("departures.v1.Sized").toBuilder()
                .mergeFrom(short3.toByteString())
                .build();

        assertThat(compiled(sized).violations(short3)).isEmpty();
        assertThat(classes.check("departures.v1.SizedCheck").violations(ofAClass))
                .isEmpty();
        assertThat(library(sized).violations(short3))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("text", "string.more"));
        assertThat(library(ofAClass.getDescriptorForType()).violations(ofAClass))
                .isEqualTo(library(sized).violations(short3));
    }

    @Test
    void appliesAPredefinedRuleToListsOfSeveralTypes() throws ParseException {
        var filled = sized.getFile().findMessageTypeByName("Filled");
        var message = message(filled, "texts: 'a' blobs: ''");

        assertThat(compiled(filled).violations(message))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("blobs", "repeated.filled"));
        assertThat(library(filled).violations(message))
                .extracting(Violation::rule)
                .containsExactly("evaluation-error");
    }

    /** No departure: none looks at extensions, nor into them, which is why they may have no rules. */
    @Test
    void passesExtensionsOverAsTheLibraryDoes() throws ParseException, InvalidProtocolBufferException {
        var file = extended.getFile();
        var remark = message(file.findMessageTypeByName("Remark"), "text: 'a'");
        var message = DynamicMessage.newBuilder(extended)
                .setField(extended.findFieldByName("name"), "a")
                .setField(file.findExtensionByName("note"), "a")
                .setField(file.findExtensionByName("remark"), remark)
                .build();
        var ofAClass = ofAClass(message);

        assertThat(compiled(extended).violations(message)).isEmpty();
        assertThat(library(extended).violations(message)).isEmpty();
        assertThat(ofAClass.getAllFields()).hasSize(3);
        assertThat(classes.check("departures.v1.ExtendedCheck").violations(ofAClass))
                .isEmpty();
        assertThat(library(ofAClass.getDescriptorForType()).violations(ofAClass))
                .isEmpty();
        assertThat(compiled(remark.getDescriptorForType()).violations(remark)).hasSize(1);
    }

    private Message ofAClass(Message extendedMessage) throws InvalidProtocolBufferException {
        var empty = classes.emptyMessage("departures.v1.Extended");
        var file = empty.getDescriptorForType().getFile();
        var extensions = ExtensionRegistry.newInstance();
        extensions.add(file.findExtensionByName("note"));
        extensions.add(file.findExtensionByName("remark"), classes.emptyMessage("departures.v1.Remark"));
        return empty.toBuilder()
                .mergeFrom(extendedMessage.toByteString(), extensions)
                .build();
    }

    private static Check<Message> compiled(Descriptor type) {
        return ClosureCheck.compile(type);
    }

    private static Check<Message> library(Descriptor type) {
        return new ProtovalidateCheck<>(type);
    }

    private static Message message(Descriptor type, String text) throws ParseException {
        var builder = DynamicMessage.newBuilder(type);
        TextFormat.merge(text, builder);
        return builder.build();
    }
}
