package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ExtensionRange;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Extensions that come, go, and change. */
final class ExtensionMutations {
    static final List<Mutation> ALL = List.of(
            new Mutation("delete an extension", ExtensionMutations::delete),
            new Mutation("delete an extension, reserve its number", ExtensionMutations::reserve),
            new Mutation("add an extension", ExtensionMutations::add),
            new Mutation(
                    "rename an extension",
                    (schema, random) ->
                            change(schema, random, extension -> extension.setName(Dice.name(random, "renamed")))),
            new Mutation(
                    "give an extension another number",
                    (schema, random) -> change(
                            schema,
                            random,
                            extension -> extension.setNumber(Schema.FIRST_EXTENSION + 100 + random.nextInt(100)))),
            new Mutation("make an extension a scalar of another type", ExtensionMutations::retype),
            new Mutation(
                    "make an extension repeated, or single",
                    (schema, random) -> change(
                            schema,
                            random,
                            extension -> extension.setLabel(
                                    FieldMutations.isRepeated(extension)
                                            ? Label.LABEL_OPTIONAL
                                            : Label.LABEL_REPEATED))),
            new Mutation("replace an extension under its number", ExtensionMutations::replace),
            new Mutation("let two extensions trade their numbers", ExtensionMutations::swap));

    private ExtensionMutations() {}

    private static boolean change(Schema schema, Random random, Consumer<FieldDescriptorProto.Builder> change) {
        if (schema.extensions().isEmpty()) {
            return false;
        }
        change.accept(Dice.any(random, schema.extensions()));
        return true;
    }

    private static boolean delete(Schema schema, Random random) {
        if (schema.extensions().isEmpty()) {
            return false;
        }
        schema.contract().removeExtension(random.nextInt(schema.extensions().size()));
        return true;
    }

    private static boolean reserve(Schema schema, Random random) {
        if (schema.extensions().isEmpty()) {
            return false;
        }
        var index = random.nextInt(schema.extensions().size());
        var extension = schema.contract().getExtension(index);
        for (var message : schema.messages()) {
            if (schema.isExtended(message, extension)) {
                reserve(message, extension.getNumber());
                schema.contract().removeExtension(index);
                return true;
            }
        }
        return false;
    }

    /** Divides the range that a number lies in. */
    private static void reserve(DescriptorProto.Builder message, int number) {
        for (var index = 0; index < message.getExtensionRangeCount(); index++) {
            var range = message.getExtensionRange(index);
            if (range.getStart() <= number && number < range.getEnd()) {
                message.removeExtensionRange(index);
                add(message, range.getStart(), number);
                add(message, number + 1, range.getEnd());
                var reserved = ExtensionRange.newBuilder().setStart(number).setEnd(number + 1);
                reserved.getOptionsBuilder()
                        .addDeclarationBuilder()
                        .setNumber(number)
                        .setReserved(true);
                message.addExtensionRange(reserved);
                return;
            }
        }
    }

    private static void add(DescriptorProto.Builder message, int start, int end) {
        if (start < end) {
            message.addExtensionRange(
                    ExtensionRange.newBuilder().setStart(start).setEnd(end));
        }
    }

    private static boolean add(Schema schema, Random random) {
        return change(
                schema,
                random,
                extension -> schema.contract()
                        .addExtension(extension
                                .clone()
                                .setName(Dice.name(random, "more"))
                                .setNumber(Schema.FIRST_EXTENSION + 300 + random.nextInt(100))));
    }

    private static boolean retype(Schema schema, Random random) {
        var type = Dice.any(random, RandomField.SCALARS);
        if (schema.extensions().stream()
                .anyMatch(extension -> extension.getTypeName().equals(type))) {
            return false;
        }
        return change(schema, random, extension -> extension.setTypeName(type));
    }

    private static boolean replace(Schema schema, Random random) {
        return change(
                schema,
                random,
                extension -> extension
                        .setName(Dice.name(random, "fresh"))
                        .setTypeName(Dice.any(random, RandomField.SCALARS)));
    }

    private static boolean swap(Schema schema, Random random) {
        if (schema.extensions().size() < 2) {
            return false;
        }
        var one = schema.extensions().get(0);
        var other = schema.extensions().get(1);
        if (!one.getExtendee().equals(other.getExtendee())) {
            return false;
        }
        var number = one.getNumber();
        one.setNumber(other.getNumber());
        other.setNumber(number);
        return true;
    }
}
