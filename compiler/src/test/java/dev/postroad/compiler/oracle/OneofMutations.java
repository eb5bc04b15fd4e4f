package dev.postroad.compiler.oracle;

import java.util.List;
import java.util.Random;

/** Oneofs, and the fields that enter and leave them. */
final class OneofMutations {
    static final List<Mutation> ALL = List.of(
            new Mutation("move a field into a oneof", OneofMutations::enter),
            new Mutation("move a field out of its oneof", OneofMutations::leave),
            new Mutation("rename a oneof", OneofMutations::rename),
            new Mutation("dissolve a oneof", OneofMutations::dissolve),
            new Mutation("delete a oneof with its fields", OneofMutations::delete),
            new Mutation("make a oneof of two fields", OneofMutations::create));

    private OneofMutations() {}

    private static boolean enter(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getOneofDeclCount() == 0 || message.getFieldCount() == 0) {
            return false;
        }
        var field = Dice.any(random, message.getFieldBuilderList());
        if (FieldMutations.isRepeated(field) || FieldMutations.isMap(field)) {
            return false;
        }
        field.clearProto3Optional().clearOptions().setOneofIndex(random.nextInt(message.getOneofDeclCount()));
        return true;
    }

    private static boolean leave(Schema schema, Random random) {
        var inside =
                schema.fields().stream().filter(field -> field.hasOneofIndex()).toList();
        if (inside.isEmpty()) {
            return false;
        }
        Dice.any(random, inside).clearOneofIndex();
        return true;
    }

    private static boolean rename(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getOneofDeclCount() == 0) {
            return false;
        }
        Dice.any(random, message.getOneofDeclBuilderList()).setName(Dice.name(random, "renamed"));
        return true;
    }

    private static boolean dissolve(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        message.getFieldBuilderList().forEach(field -> field.clearOneofIndex());
        return message.getOneofDeclCount() > 0;
    }

    private static boolean delete(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        var others = message.getFieldList().stream()
                .filter(field -> !field.hasOneofIndex())
                .toList();
        if (others.size() == message.getFieldCount()) {
            return false;
        }
        message.clearField().addAllField(others);
        return true;
    }

    private static boolean create(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        var candidates = message.getFieldBuilderList().stream()
                .filter(field -> !FieldMutations.isRepeated(field) && !FieldMutations.isMap(field))
                .limit(2)
                .toList();
        var index = message.getOneofDeclCount();
        message.addOneofDeclBuilder().setName(Dice.name(random, "fresh"));
        candidates.forEach(field -> field.clearProto3Optional().clearOptions().setOneofIndex(index));
        return true;
    }
}
