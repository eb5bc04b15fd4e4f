package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import java.util.List;
import java.util.Random;

/** Fields that come, go, and change their names or types. */
final class FieldMutations {
    static final List<Mutation> ALL = List.of(
            new Mutation("delete a field", (schema, random) -> delete(schema, random, false, false)),
            new Mutation("delete a field, reserve its number", (schema, random) -> delete(schema, random, true, false)),
            new Mutation("delete a field, reserve its name", (schema, random) -> delete(schema, random, false, true)),
            new Mutation("delete a field, reserve both", (schema, random) -> delete(schema, random, true, true)),
            new Mutation("add a field", FieldMutations::add),
            new Mutation("rename a field", FieldMutations::rename),
            new Mutation("make a field a scalar of another type", FieldMutations::retype),
            new Mutation("give a field the type of another", FieldMutations::borrowType),
            new Mutation("make a field repeated, or single", FieldMutations::cardinality),
            new Mutation("make a field a map, or its values a field", FieldMutations::map),
            new Mutation("replace a field under its number", FieldMutations::replace));

    private FieldMutations() {}

    private static boolean delete(Schema schema, Random random, boolean keepsNumber, boolean keepsName) {
        var message = Dice.any(random, schema.messages());
        if (message.getFieldCount() < 2) {
            return false;
        }
        var index = random.nextInt(message.getFieldCount());
        var field = message.getField(index);
        message.removeField(index);
        if (keepsNumber) {
            message.addReservedRange(
                    ReservedRange.newBuilder().setStart(field.getNumber()).setEnd(field.getNumber() + 1));
        }
        if (keepsName) {
            message.addReservedName(field.getName());
        }
        return true;
    }

    private static boolean add(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        new RandomField(random, RandomField.SCALARS, schema.syntax()).add(message);
        return true;
    }

    private static boolean rename(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        field.setName(Dice.name(random, "renamed"));
        return true;
    }

    private static boolean retype(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        var type = Dice.any(random, RandomField.SCALARS);
        if (field.getTypeName().equals(type)) {
            return false;
        }
        setType(field, type);
        return true;
    }

    private static boolean borrowType(Schema schema, Random random) {
        // The fields of shared types cannot use the contract's own.
        var message = Dice.any(random, schema.contract().getMessageTypeBuilderList());
        var lender = Dice.any(random, schema.fields());
        if (message.getFieldCount() == 0) {
            return false;
        }
        var field = Dice.any(random, message.getFieldBuilderList());
        if (field.getTypeName().equals(lender.getTypeName())
                || lender.getTypeName().startsWith("map") && !isFree(field)) {
            return false;
        }
        setType(field, lender.getTypeName());
        return true;
    }

    private static boolean cardinality(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (field.hasOneofIndex() || isMap(field)) {
            return false;
        }
        field.clearProto3Optional().clearOptions().clearDefaultValue();
        field.setLabel(isRepeated(field) ? Label.LABEL_OPTIONAL : Label.LABEL_REPEATED);
        return true;
    }

    private static boolean map(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (isMap(field)) {
            setType(field, field.getTypeName().replaceAll("map<.*, (.*)>", "$1"));
            field.setLabel(random.nextBoolean() ? Label.LABEL_OPTIONAL : Label.LABEL_REPEATED);
            return true;
        }
        if (!isFree(field)) {
            return false;
        }
        setType(field, "map<string, %s>".formatted(field.getTypeName()));
        return true;
    }

    private static boolean replace(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        field.setName(Dice.name(random, "fresh"));
        setType(field, Dice.any(random, RandomField.SCALARS));
        return true;
    }

    static boolean isMap(FieldDescriptorProto.Builder field) {
        return field.getTypeName().startsWith("map<");
    }

    static boolean isRepeated(FieldDescriptorProto.Builder field) {
        return field.getLabel() == Label.LABEL_REPEATED;
    }

    /** Whether a field can become a map. */
    private static boolean isFree(FieldDescriptorProto.Builder field) {
        return !field.hasOneofIndex() && !isRepeated(field) && !field.getProto3Optional();
    }

    /** Options that fit the old type may not fit the new one. */
    private static void setType(FieldDescriptorProto.Builder field, String type) {
        field.setTypeName(type).clearOptions().clearDefaultValue();
    }
}
