package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FeatureSet.FieldPresence;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import java.util.List;
import java.util.Random;

/** Makes up fields. */
final class RandomField {
    static final List<String> SCALARS = List.of(
            "double",
            "float",
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "bool",
            "string",
            "bytes");

    private static final List<String> WORDS = List.of("amount", "note", "code", "place", "origin", "weight", "label");
    private static final List<String> KEYS = List.of("string", "int32", "uint64", "bool", "sfixed32");

    private final Random random;
    private final List<String> types;
    private final String syntax;

    /** Fields of scalar types and of some messages and enums, whose names begin with a dot. */
    RandomField(Random random, List<String> types, String syntax) {
        this.random = random;
        this.types = List.copyOf(types);
        this.syntax = syntax;
    }

    List<String> types() {
        return types;
    }

    void addScalar(DescriptorProto.Builder message) {
        add(message, Dice.any(random, SCALARS));
    }

    void add(DescriptorProto.Builder message) {
        add(message, Dice.any(random, types));
    }

    void add(DescriptorProto.Builder message, String type) {
        var field = message.addFieldBuilder();
        var number = freeNumber(message, random);
        field.setNumber(number)
                .setName(Dice.name(random, Dice.any(random, WORDS)))
                .setTypeName(type)
                .setLabel(Label.LABEL_OPTIONAL);
        switch (random.nextInt(7)) {
            case 0 -> field.setLabel(Label.LABEL_REPEATED);
            case 1 -> field.setTypeName("map<%s, %s>".formatted(Dice.any(random, KEYS), type));
            case 2 -> presence(field);
            case 3 -> {
                if (message.getOneofDeclCount() > 0) {
                    field.setOneofIndex(random.nextInt(message.getOneofDeclCount()));
                }
            }
            default -> {}
        }
    }

    private void presence(FieldDescriptorProto.Builder field) {
        if (syntax.equals("proto3")) {
            field.setProto3Optional(true);
        } else if (syntax.equals("proto2")) {
            field.setLabel(Label.LABEL_REQUIRED);
        } else if (!field.getTypeName().startsWith(".")) {
            field.getOptionsBuilder()
                    .getFeaturesBuilder()
                    .setFieldPresence(random.nextBoolean() ? FieldPresence.IMPLICIT : FieldPresence.LEGACY_REQUIRED);
        }
    }

    /** A number that no field has and none is to have. */
    static int freeNumber(DescriptorProto.Builder message, Random random) {
        while (true) {
            var number = 1 + random.nextInt(120);
            if (message.getFieldList().stream().noneMatch(field -> field.getNumber() == number)
                    && message.getReservedRangeList().stream()
                            .noneMatch(range -> range.getStart() <= number && number < range.getEnd())) {
                return number;
            }
        }
    }
}
