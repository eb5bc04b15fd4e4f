package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto.EnumReservedRange;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FeatureSet.EnumType;
import java.util.List;
import java.util.Random;

/** Values of enums. */
final class EnumMutations {
    static final List<Mutation> ALL = List.of(
            new Mutation("delete a value", (schema, random) -> delete(schema, random, false, false)),
            new Mutation("delete a value, reserve its number", (schema, random) -> delete(schema, random, true, false)),
            new Mutation("delete a value, reserve its name", (schema, random) -> delete(schema, random, false, true)),
            new Mutation("delete a value, reserve both", (schema, random) -> delete(schema, random, true, true)),
            new Mutation("add a value", EnumMutations::add),
            new Mutation("rename a value", EnumMutations::rename),
            new Mutation("rename the value of an unset field", EnumMutations::renameFirst),
            new Mutation("give a value another number", EnumMutations::renumber),
            new Mutation("let two values trade their numbers", EnumMutations::swap),
            new Mutation("give a number a second name", (schema, random) -> alias(schema, random, false)),
            new Mutation("give a number another first name", (schema, random) -> alias(schema, random, true)),
            new Mutation("close an enum, or open it", EnumMutations::kind),
            new Mutation("reserve less of an enum", EnumMutations::reserveLess),
            new Mutation("reserve a name less of an enum", EnumMutations::reserveNameLess));

    private EnumMutations() {}

    private static boolean delete(Schema schema, Random random, boolean keepsNumber, boolean keepsName) {
        var type = Dice.any(random, schema.enums());
        if (type.getValueCount() < 2) {
            return false;
        }
        // The first value stands for 0, which open enums need.
        var index = 1 + random.nextInt(type.getValueCount() - 1);
        var value = type.getValue(index);
        type.removeValue(index);
        if (keepsNumber && type.getValueList().stream().noneMatch(other -> other.getNumber() == value.getNumber())) {
            type.addReservedRange(
                    EnumReservedRange.newBuilder().setStart(value.getNumber()).setEnd(value.getNumber()));
        }
        if (keepsName) {
            type.addReservedName(value.getName());
        }
        return true;
    }

    private static boolean add(Schema schema, Random random) {
        var type = Dice.any(random, schema.enums());
        var number = freeNumber(type);
        type.addValueBuilder().setName(Dice.name(random, type.getName())).setNumber(number);
        return true;
    }

    private static boolean rename(Schema schema, Random random) {
        var type = Dice.any(random, schema.enums());
        var value = Dice.any(random, type.getValueBuilderList());
        value.setName(Dice.name(random, type.getName()));
        return true;
    }

    private static boolean renameFirst(Schema schema, Random random) {
        var type = Dice.any(random, schema.enums());
        type.getValueBuilder(0).setName(Dice.name(random, type.getName()));
        return true;
    }

    private static boolean renumber(Schema schema, Random random) {
        var type = Dice.any(random, schema.enums());
        if (type.getValueCount() == 1) {
            return false;
        }
        type.getValueBuilder(type.getValueCount() - 1).setNumber(freeNumber(type));
        return true;
    }

    private static boolean swap(Schema schema, Random random) {
        var type = Dice.any(random, schema.enums());
        if (type.getValueCount() < 3) {
            return false;
        }
        var one = type.getValueBuilder(1);
        var other = type.getValueBuilder(2);
        var number = one.getNumber();
        one.setNumber(other.getNumber());
        other.setNumber(number);
        return true;
    }

    private static boolean alias(Schema schema, Random random, boolean isFirst) {
        var type = Dice.any(random, schema.enums());
        var index = random.nextInt(type.getValueCount());
        var value = type.getValue(index).toBuilder().setName(Dice.name(random, type.getName()));
        type.addValue(isFirst ? index : index + 1, value);
        return true;
    }

    private static boolean kind(Schema schema, Random random) {
        if (!schema.isEdition()) {
            return false;
        }
        var type = Dice.any(random, schema.enums());
        var features = type.getOptionsBuilder().getFeaturesBuilder();
        features.setEnumType(features.getEnumType() == EnumType.CLOSED ? EnumType.OPEN : EnumType.CLOSED);
        return true;
    }

    private static boolean reserveLess(Schema schema, Random random) {
        var type = Dice.any(random, schema.enums());
        if (type.getReservedRangeCount() == 0) {
            return false;
        }
        var range = type.getReservedRangeBuilder(0);
        if (range.getEnd() == range.getStart()) {
            type.removeReservedRange(0);
        } else {
            range.setStart(range.getStart() + 1);
        }
        return true;
    }

    private static boolean reserveNameLess(Schema schema, Random random) {
        var type = Dice.any(random, schema.enums());
        if (type.getReservedNameCount() == 0) {
            return false;
        }
        type.clearReservedName();
        return true;
    }

    private static int freeNumber(EnumDescriptorProto.Builder type) {
        return 100
                + type.getValueList().stream()
                        .mapToInt(EnumValueDescriptorProto::getNumber)
                        .max()
                        .orElse(0);
    }
}
