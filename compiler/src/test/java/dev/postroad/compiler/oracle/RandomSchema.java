package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ExtensionRange;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto.EnumReservedRange;
import com.google.protobuf.DescriptorProtos.FeatureSet.EnumType;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.postroad.contract.language.ContractLanguage;
import dev.postroad.contract.language.TopicOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up a contract. Used once. */
final class RandomSchema {
    private final Random random;
    private final String name;
    private final RandomField field;
    private final String syntax;

    private RandomSchema(Random random, String name) {
        this.random = random;
        this.name = name;
        this.syntax = Dice.any(random, List.of("proto2", "proto3", "editions"));
        this.field = new RandomField(random, typeNames(name), syntax);
    }

    static Schema of(Random random, String name) {
        return new RandomSchema(random, name).make();
    }

    private static List<String> typeNames(String name) {
        var types = new ArrayList<String>();
        for (var type : List.of("Order", "Order.Line", "Order.Line.Part", "Customer", "Status", "Order.Channel")) {
            types.add("." + name + ".v1." + type);
        }
        for (var type : List.of("Money", "Currency")) {
            types.add("." + name + ".shared.v1." + type);
        }
        return types;
    }

    private Schema make() {
        var line = message("Line").addNestedType(message("Part"));
        var order = message(Schema.ROOT).addNestedType(line).addEnumType(enumeration("Channel"));
        order.getOptionsBuilder()
                .setExtension(
                        ContractLanguage.topic,
                        TopicOptions.newBuilder()
                                .setName("orders." + name + ".v1")
                                .setOwner("checkout")
                                .build());
        for (var type : field.types()) {
            // Whatever the dice say, the topic reaches most types.
            if (random.nextInt(4) > 0) {
                field.add(order, type);
            }
        }
        var contract = file("order.proto", "v1")
                .addDependency("postroad/contract.proto")
                .addDependency(name + "/shared.proto")
                .addMessageType(order)
                .addMessageType(message("Customer"))
                .addMessageType(message("Forgotten"))
                .addEnumType(enumeration("Status"));
        // Shared types use none of those that use them.
        var shared = file("shared.proto", "shared.v1")
                .addMessageType(scalars("Money"))
                .addEnumType(enumeration("Currency"));
        var schema = new Schema(name, contract, shared, file("extras.proto", "v1"));
        contract.getMessageTypeList().forEach(message -> extend(schema, "." + name + ".v1.", message));
        shared.getMessageTypeList().forEach(message -> extend(schema, "." + name + ".shared.v1.", message));
        return schema;
    }

    /** Most messages that can be extended are, and those in them. */
    private void extend(Schema schema, String scope, DescriptorProto message) {
        if (message.getExtensionRangeCount() > 0) {
            for (var count = random.nextInt(4); count > 0; count--) {
                declare(schema, extension(scope + message.getName(), Schema.FIRST_EXTENSION + 10 * count));
            }
        }
        message.getNestedTypeList().forEach(nested -> extend(schema, scope + message.getName() + ".", nested));
    }

    private FieldDescriptorProto extension(String extended, int firstNumber) {
        return FieldDescriptorProto.newBuilder()
                .setExtendee(extended)
                .setName(Dice.name(random, "extra"))
                .setNumber(firstNumber + random.nextInt(10))
                .setTypeName(
                        random.nextInt(3) == 0
                                ? Dice.any(random, field.types())
                                : Dice.any(random, RandomField.SCALARS))
                .setLabel(random.nextInt(4) == 0 ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL)
                .build();
    }

    private void declare(Schema schema, FieldDescriptorProto extension) {
        switch (random.nextInt(4)) {
            case 0 -> schema.extras().addExtension(extension);
            case 1 ->
                Dice.any(random, schema.contract().getMessageTypeBuilderList()).addExtension(extension);
            default -> schema.contract().addExtension(extension);
        }
    }

    private FileDescriptorProto.Builder file(String fileName, String packageName) {
        return FileDescriptorProto.newBuilder()
                .setName(name + "/" + fileName)
                .setPackage(name + "." + packageName)
                .setSyntax(syntax);
    }

    private DescriptorProto.Builder message(String messageName) {
        var message = scalars(messageName);
        for (var count = random.nextInt(4); count > 0; count--) {
            field.add(message);
        }
        return message;
    }

    private DescriptorProto.Builder scalars(String messageName) {
        var message = DescriptorProto.newBuilder().setName(messageName);
        if (random.nextBoolean()) {
            message.addReservedRange(ReservedRange.newBuilder().setStart(200).setEnd(201 + random.nextInt(4)));
            message.addReservedName("old_" + random.nextInt(100));
        }
        if (!syntax.equals("proto3") && random.nextInt(2) == 0) {
            message.addExtensionRange(
                    ExtensionRange.newBuilder().setStart(Schema.FIRST_EXTENSION).setEnd(2000));
        }
        for (var index = random.nextInt(3); index > 0; index--) {
            message.addOneofDeclBuilder().setName("choice_" + index);
        }
        for (var count = 2 + random.nextInt(4); count > 0; count--) {
            field.addScalar(message);
        }
        return message;
    }

    private EnumDescriptorProto.Builder enumeration(String enumName) {
        var prefix = enumName.toUpperCase(Locale.ROOT);
        var type = EnumDescriptorProto.newBuilder().setName(enumName);
        if (syntax.equals("editions") && random.nextInt(3) == 0) {
            type.getOptionsBuilder().getFeaturesBuilder().setEnumType(EnumType.CLOSED);
        }
        if (random.nextBoolean()) {
            type.addReservedRange(EnumReservedRange.newBuilder().setStart(50).setEnd(50 + random.nextInt(4)));
            type.addReservedName(prefix + "_OLD");
        }
        type.addValueBuilder().setName(prefix + "_UNKNOWN").setNumber(0);
        for (var number = 1 + random.nextInt(4); number > 0; number--) {
            type.addValueBuilder()
                    .setName(prefix + "_" + "ABCDEF".charAt(number))
                    .setNumber(number);
        }
        return type;
    }
}
