package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import java.util.List;
import java.util.Random;

/** Numbers and names that fields give up, take, and trade. */
final class NumberMutations {
    static final List<Mutation> ALL = List.of(
            new Mutation("give a field another number", NumberMutations::renumber),
            new Mutation("let two fields trade their numbers", NumberMutations::swap),
            new Mutation("let two fields trade their names", NumberMutations::swapNames),
            new Mutation("let three fields trade their numbers", NumberMutations::rotate),
            new Mutation("reserve a number", NumberMutations::reserve),
            new Mutation("reserve less", NumberMutations::reserveLess),
            new Mutation("reserve a name less", NumberMutations::reserveNameLess),
            new Mutation("use a reserved number", NumberMutations::useReserved),
            new Mutation("write the fields in another order", NumberMutations::reorder),
            new Mutation("take extensions back", NumberMutations::noExtensions),
            new Mutation("leave fewer numbers to extensions", NumberMutations::fewerExtensions));

    private NumberMutations() {}

    private static boolean renumber(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getFieldCount() == 0) {
            return false;
        }
        Dice.any(random, message.getFieldBuilderList()).setNumber(RandomField.freeNumber(message, random));
        return true;
    }

    private static boolean swap(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getFieldCount() < 2) {
            return false;
        }
        var one = message.getFieldBuilder(0);
        var other = message.getFieldBuilder(1 + random.nextInt(message.getFieldCount() - 1));
        var number = one.getNumber();
        one.setNumber(other.getNumber());
        other.setNumber(number);
        return true;
    }

    private static boolean swapNames(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getFieldCount() < 2) {
            return false;
        }
        var one = message.getFieldBuilder(0);
        var other = message.getFieldBuilder(1 + random.nextInt(message.getFieldCount() - 1));
        var name = one.getName();
        one.setName(other.getName());
        other.setName(name);
        return true;
    }

    private static boolean rotate(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getFieldCount() < 3) {
            return false;
        }
        var first = message.getField(0).getNumber();
        message.getFieldBuilder(0).setNumber(message.getField(1).getNumber());
        message.getFieldBuilder(1).setNumber(message.getField(2).getNumber());
        message.getFieldBuilder(2).setNumber(first);
        return true;
    }

    private static boolean reserve(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        var number = RandomField.freeNumber(message, random);
        message.addReservedRange(ReservedRange.newBuilder().setStart(number).setEnd(number + 1));
        return true;
    }

    private static boolean reserveLess(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getReservedRangeCount() == 0) {
            return false;
        }
        var range = message.getReservedRangeBuilder(0);
        if (range.getEnd() - range.getStart() == 1) {
            message.removeReservedRange(0);
        } else {
            range.setEnd(range.getEnd() - 1);
        }
        return true;
    }

    private static boolean reserveNameLess(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getReservedNameCount() == 0) {
            return false;
        }
        message.clearReservedName();
        return true;
    }

    private static boolean useReserved(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getReservedRangeCount() == 0) {
            return false;
        }
        var number = message.getReservedRange(0).getStart();
        message.clearReservedRange();
        message.addFieldBuilder()
                .setName(Dice.name(random, "again"))
                .setTypeName("string")
                .setNumber(number);
        return true;
    }

    private static boolean reorder(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getFieldCount() < 2) {
            return false;
        }
        var last = message.getFieldCount() - 1;
        var field = message.getField(last);
        message.removeField(last);
        message.addField(0, field);
        return true;
    }

    private static boolean noExtensions(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getExtensionRangeCount() == 0) {
            return false;
        }
        message.clearExtensionRange();
        schema.extensions().stream()
                .filter(extension -> schema.isExtended(message, extension))
                .forEach(schema::remove);
        return true;
    }

    private static boolean fewerExtensions(Schema schema, Random random) {
        var message = Dice.any(random, schema.messages());
        if (message.getExtensionRangeCount() == 0) {
            return false;
        }
        var range = message.getExtensionRangeBuilder(0);
        if (range.getEnd() - range.getStart() < 1000) {
            return false;
        }
        range.setEnd(1500);
        return true;
    }
}
