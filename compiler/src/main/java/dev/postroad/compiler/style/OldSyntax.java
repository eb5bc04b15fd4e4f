package dev.postroad.compiler.style;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.remark.Remarks;
import java.util.List;
import java.util.stream.Stream;

/** Constructs of proto2, also where editions keep them, that a contract is better without. */
final class OldSyntax {
    private static final Rule REQUIRED = Rule.error(
                    "field-required",
                    "No field is required by Protobuf itself",
                    "It can never be taken back: a record without the field is unreadable to every reader that was built"
                            + " before. (buf.validate.field).required asks for it at publishing, and can be loosened.")
            .showing("""
                    syntax = "proto2";
                    package orders.v1;

                    // What was ordered.
                    message OrderLine {
                      // The article's number.
                      required string article = 1;
                    }
                    """, """
                    syntax = "proto2";
                    package orders.v1;

                    import "buf/validate/validate.proto";

                    // What was ordered.
                    message OrderLine {
                      // The article's number.
                      optional string article = 1 [(buf.validate.field).required = true];
                    }
                    """);

    private static final Rule GROUP = Rule.warning(
                    "field-group",
                    "No field is a group",
                    "Groups are deprecated, and several languages' libraries skip or refuse them.")
            .showing("""
                    syntax = "proto2";
                    package orders.v1;

                    // A basket.
                    message Basket {
                      // What is in it.
                      repeated group Line = 1 {
                        // The article's number.
                        optional string article = 1;
                      }
                    }
                    """, """
                    syntax = "proto2";
                    package orders.v1;

                    // A basket.
                    message Basket {
                      // What is in it.
                      repeated Line lines = 1;

                      // What was ordered.
                      message Line {
                        // The article's number.
                        optional string article = 1;
                      }
                    }
                    """);

    private static final Rule EXTENSION = Rule.warning(
                    "message-extension",
                    "A contract's messages are not extended",
                    "A reader without the extension's file sees unknown bytes, so the contract no longer says what is in"
                            + " the topic. Options of Protobuf may be extended.")
            .showing("""
                    syntax = "proto2";
                    package orders.v1;

                    // A basket.
                    message Basket {
                      extensions 100 to 199;
                    }
                    """, """
                    syntax = "proto2";
                    package orders.v1;

                    import "google/protobuf/any.proto";

                    // A basket.
                    message Basket {
                      // What the shop adds.
                      optional google.protobuf.Any extra = 1;
                    }
                    """);

    private static final Rule MAP_KEY = Rule.warning(
                    "map-key",
                    "The key of a map is a text or a number",
                    "A map with true and false as keys is two fields, which can be named.")
            .showing("""
                    // Cents, for gifts and others.
                    map<bool, int64> total = 2;
                    """, """
                    // Cents, for each currency.
                    map<string, int64> total = 2;
                    """);

    static final List<Rule> RULES = List.of(REQUIRED, GROUP, EXTENSION, MAP_KEY);

    private final Remarks remarks;

    private OldSyntax(Remarks remarks) {
        this.remarks = remarks;
    }

    static void check(Remarks remarks) {
        var check = new OldSyntax(remarks);
        var messages = Elements.messages(remarks.descriptor());
        messages.forEach(check::ranges);
        messages.forEach(message -> message.getFields().forEach(check::field));
        Stream.concat(
                        remarks.descriptor().getExtensions().stream(),
                        messages.stream().flatMap(message -> message.getExtensions().stream()))
                .forEach(check::extension);
    }

    private void field(FieldDescriptor field) {
        if (field.isRequired()) {
            remarks.add(
                    REQUIRED,
                    field,
                    "%s can never become optional".formatted(field.getName()),
                    "make it optional, with (buf.validate.field).required = true");
        }
        if (field.getType() == FieldDescriptor.Type.GROUP) {
            remarks.add(
                    GROUP,
                    field,
                    "%s is a group".formatted(field.getName()),
                    "make it a field of type %s"
                            .formatted(field.getMessageType().getName()));
        }
        if (field.isMapField() && field.getMessageType().findFieldByNumber(1).getType() == FieldDescriptor.Type.BOOL) {
            remarks.add(
                    MAP_KEY,
                    field,
                    "map %s has bool keys".formatted(field.getName()),
                    "make it two fields, named for true and false");
        }
    }

    private void ranges(Descriptor message) {
        if (message.toProto().getExtensionRangeCount() > 0) {
            remarks.add(
                    EXTENSION,
                    message,
                    "%s leaves numbers to extensions".formatted(message.getName()),
                    "add the fields themselves, or a google.protobuf.Any");
        }
    }

    private void extension(FieldDescriptor extension) {
        var extended = extension.getContainingType().getFullName();
        // Rules of one's own are told where they are used.
        if (!extended.matches("google\\.protobuf\\.\\w+Options|buf\\.validate\\.\\w+Rules")) {
            remarks.add(
                    EXTENSION,
                    extension,
                    "%s extends %s".formatted(extension.getName(), extended),
                    "add the field to %s itself".formatted(extended));
        }
    }
}
