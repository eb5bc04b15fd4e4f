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
            new Mutation("let two extensions trade their numbers", ExtensionMutations::swap),
            new Mutation("move an extension to another file", ExtensionMutations::moveFile),
            new Mutation("move an extension into a message", ExtensionMutations::nest),
            new Mutation("make an extension a field", ExtensionMutations::toField));

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
        schema.remove(Dice.any(random, schema.extensions()));
        return true;
    }

    private static boolean reserve(Schema schema, Random random) {
        if (schema.extensions().isEmpty()) {
            return false;
        }
        var extension = schema.remove(Dice.any(random, schema.extensions()));
        var message = schema.extended(extension);
        takeFromRanges(message, extension.getNumber());
        var reserved =
                ExtensionRange.newBuilder().setStart(extension.getNumber()).setEnd(extension.getNumber() + 1);
        reserved.getOptionsBuilder()
                .addDeclarationBuilder()
                .setNumber(extension.getNumber())
                .setReserved(true);
        message.addExtensionRange(reserved);
        return true;
    }

    /** Divides the range that a number lies in. */
    private static void takeFromRanges(DescriptorProto.Builder message, int number) {
        for (var index = 0; index < message.getExtensionRangeCount(); index++) {
            var range = message.getExtensionRange(index);
            if (range.getStart() <= number && number < range.getEnd()) {
                message.removeExtensionRange(index);
                add(message, range.getStart(), number);
                add(message, number + 1, range.getEnd());
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

    private static boolean moveFile(Schema schema, Random random) {
        if (schema.extensions().isEmpty()) {
            return false;
        }
        var isExtra = schema.extras().getExtensionCount() > 0 && random.nextBoolean();
        var extension =
                schema.remove(isExtra ? schema.extras().getExtensionBuilder(0) : Dice.any(random, schema.extensions()));
        (isExtra ? schema.contract() : schema.extras()).addExtension(extension);
        return true;
    }

    private static boolean nest(Schema schema, Random random) {
        if (schema.extensions().isEmpty()) {
            return false;
        }
        var extension = schema.remove(Dice.any(random, schema.extensions()));
        Dice.any(random, schema.contract().getMessageTypeBuilderList()).addExtension(extension);
        return true;
    }

    private static boolean toField(Schema schema, Random random) {
        // The fields of shared types cannot use the contract's own.
        var scalars = schema.extensions().stream()
                .filter(extension -> RandomField.SCALARS.contains(extension.getTypeName()))
                .toList();
        if (scalars.isEmpty()) {
            return false;
        }
        var extension = schema.remove(Dice.any(random, scalars));
        var message = schema.extended(extension);
        takeFromRanges(message, extension.getNumber());
        message.addField(extension.toBuilder().clearExtendee());
        return true;
    }
}
