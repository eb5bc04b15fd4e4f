package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.FeatureSet.JsonFormat;
import java.util.List;
import java.util.Random;

/** Messages and enums as a whole. */
final class TypeMutations {
    static final List<Mutation> ALL = List.of(
            new Mutation("rename a message", TypeMutations::renameMessage),
            new Mutation("rename the topic's message", TypeMutations::renameRoot),
            new Mutation("rename an enum", TypeMutations::renameEnum),
            new Mutation("delete a message that nothing uses", TypeMutations::deleteMessage),
            new Mutation("delete an enum that nothing uses", TypeMutations::deleteEnum),
            new Mutation("move a nested message to the top", TypeMutations::unnest),
            new Mutation("move a message to the shared file", TypeMutations::share),
            new Mutation("give a message no accessor of its descriptor", TypeMutations::noAccessor),
            new Mutation("do not promise a message's JSON", TypeMutations::noJson),
            new Mutation("do not promise an enum's JSON", TypeMutations::noEnumJson));

    private TypeMutations() {}

    private static boolean renameMessage(Schema schema, Random random) {
        var index = random.nextInt(schema.contract().getMessageTypeCount());
        var message = schema.contract().getMessageTypeBuilder(index);
        rename(schema, message.getName());
        message.setName("Renamed" + message.getName());
        return true;
    }

    private static boolean renameRoot(Schema schema, Random random) {
        var message = schema.contract().getMessageTypeBuilder(0);
        rename(schema, message.getName());
        message.setName("Renamed" + message.getName());
        return true;
    }

    private static boolean renameEnum(Schema schema, Random random) {
        if (schema.contract().getEnumTypeCount() == 0) {
            return false;
        }
        var type = schema.contract().getEnumTypeBuilder(0);
        rename(schema, type.getName());
        type.setName("Renamed" + type.getName());
        return true;
    }

    private static void rename(Schema schema, String name) {
        var scope = schema.contract().getPackage() + ".";
        schema.rename(scope + name, scope + "Renamed" + name);
    }

    private static boolean deleteMessage(Schema schema, Random random) {
        var index = random.nextInt(schema.contract().getMessageTypeCount());
        var name = schema.contract().getMessageType(index).getName();
        if (schema.contract().getMessageTypeCount() == 1
                || schema.uses(schema.contract().getPackage() + "." + name)) {
            return false;
        }
        schema.contract().removeMessageType(index);
        return true;
    }

    private static boolean deleteEnum(Schema schema, Random random) {
        if (schema.contract().getEnumTypeCount() == 0
                || schema.uses(schema.contract().getPackage() + "."
                        + schema.contract().getEnumType(0).getName())) {
            return false;
        }
        schema.contract().removeEnumType(0);
        return true;
    }

    private static boolean unnest(Schema schema, Random random) {
        var parent = schema.contract().getMessageTypeBuilder(0);
        if (parent.getNestedTypeCount() == 0) {
            return false;
        }
        var nested = parent.getNestedType(0);
        parent.removeNestedType(0);
        schema.contract().addMessageType(nested);
        var scope = schema.contract().getPackage() + ".";
        schema.rename(scope + parent.getName() + "." + nested.getName(), scope + nested.getName());
        return true;
    }

    private static boolean share(Schema schema, Random random) {
        for (var index = 1; index < schema.contract().getMessageTypeCount(); index++) {
            var message = schema.contract().getMessageType(index);
            // Shared types, and what is nested in them, cannot use the contract's own.
            if (!message.toString().contains("." + schema.contract().getPackage() + ".")) {
                schema.contract().removeMessageType(index);
                schema.shared().addMessageType(message);
                schema.rename(
                        schema.contract().getPackage() + "." + message.getName(),
                        schema.shared().getPackage() + "." + message.getName());
                return true;
            }
        }
        return false;
    }

    private static boolean noAccessor(Schema schema, Random random) {
        Dice.any(random, schema.messages()).getOptionsBuilder().setNoStandardDescriptorAccessor(true);
        return true;
    }

    private static boolean noJson(Schema schema, Random random) {
        if (!schema.isEdition()) {
            return false;
        }
        var message = Dice.any(random, schema.messages());
        message.getOptionsBuilder().getFeaturesBuilder().setJsonFormat(JsonFormat.LEGACY_BEST_EFFORT);
        return true;
    }

    private static boolean noEnumJson(Schema schema, Random random) {
        if (!schema.isEdition()) {
            return false;
        }
        var type = Dice.any(random, schema.enums());
        type.getOptionsBuilder().getFeaturesBuilder().setJsonFormat(JsonFormat.LEGACY_BEST_EFFORT);
        return true;
    }
}
