package dev.postroad.compiler.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TextFormat.ParseException;
import dev.postroad.compiler.closure.ClosureCheck;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Where compiled checks keep to protovalidate's specification and the library does not, as
 * docs/explanation/validation.md says. When the library is mended this fails, and the page changes.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DepartureTest {
    private Descriptor tree;
    private Descriptor wrapped;

    @BeforeAll
    void compile() {
        var file = Protoc.installed()
                .compile(Path.of("src/test/resources/departures"), "")
                .files()
                .get(0)
                .descriptor();
        tree = file.findMessageTypeByName("Tree");
        wrapped = file.findMessageTypeByName("Wrapped");
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
