package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.FeatureSet.FieldPresence;
import com.google.protobuf.DescriptorProtos.FeatureSet.MessageEncoding;
import com.google.protobuf.DescriptorProtos.FeatureSet.RepeatedFieldEncoding;
import com.google.protobuf.DescriptorProtos.FeatureSet.Utf8Validation;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions.CType;
import com.google.protobuf.DescriptorProtos.FieldOptions.JSType;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What stands beside a field's type. */
final class FieldOptionMutations {
    private static final Set<String> LONG = Set.of("int64", "uint64", "sint64", "fixed64", "sfixed64");

    static final List<Mutation> ALL = List.of(
            new Mutation("let a field tell unset from empty, or not", FieldOptionMutations::presence),
            new Mutation("make a field required, or no longer", FieldOptionMutations::required),
            new Mutation("give a field a name in JSON", FieldOptionMutations::jsonName),
            new Mutation("give a field a default", FieldOptionMutations::defaultValue),
            new Mutation("pack a list, or not", FieldOptionMutations::packed),
            new Mutation("delimit a message", FieldOptionMutations::delimited),
            new Mutation("do not check a text for UTF-8", FieldOptionMutations::utf8),
            new Mutation("show a number as a text in JavaScript", FieldOptionMutations::jsType),
            new Mutation("store a text otherwise in C++", FieldOptionMutations::cType),
            new Mutation("deprecate a field", FieldOptionMutations::deprecate));

    private FieldOptionMutations() {}

    private static boolean presence(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (!isPlain(field) || !isScalar(field)) {
            return false;
        }
        if (!schema.isEdition()) {
            field.setProto3Optional(!field.getProto3Optional());
        } else if (field.getOptions().getFeatures().hasFieldPresence()) {
            field.clearOptions();
        } else {
            field.clearDefaultValue().getOptionsBuilder().getFeaturesBuilder().setFieldPresence(FieldPresence.IMPLICIT);
        }
        return true;
    }

    private static boolean required(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (!isPlain(field) || !schema.isEdition()) {
            return false;
        }
        if (field.getOptions().getFeatures().getFieldPresence() == FieldPresence.LEGACY_REQUIRED) {
            field.clearOptions();
        } else {
            field.getOptionsBuilder().getFeaturesBuilder().setFieldPresence(FieldPresence.LEGACY_REQUIRED);
        }
        return true;
    }

    private static boolean jsonName(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        field.setJsonName(Dice.name(random, "json"));
        return true;
    }

    private static boolean defaultValue(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (!isPlain(field)
                || !schema.isEdition()
                || !Set.of("string", "int32", "double").contains(field.getTypeName())) {
            return false;
        }
        field.clearOptions()
                .setDefaultValue(
                        field.getTypeName().equals("string")
                                ? "\"" + random.nextInt(9) + "\""
                                : String.valueOf(random.nextInt(9)));
        return true;
    }

    private static boolean packed(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (!FieldMutations.isRepeated(field)
                || !isScalar(field)
                || Set.of("string", "bytes").contains(field.getTypeName())) {
            return false;
        }
        if (schema.isEdition()) {
            field.getOptionsBuilder().getFeaturesBuilder().setRepeatedFieldEncoding(RepeatedFieldEncoding.EXPANDED);
        } else {
            field.getOptionsBuilder().setPacked(false);
        }
        return true;
    }

    private static boolean delimited(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (!schema.isEdition() || !field.getTypeName().matches(".*\\.(Line|Part|Money|Customer|Order)")) {
            return false;
        }
        field.getOptionsBuilder().getFeaturesBuilder().setMessageEncoding(MessageEncoding.DELIMITED);
        return true;
    }

    private static boolean utf8(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (!schema.isEdition() || !field.getTypeName().equals("string")) {
            return false;
        }
        field.getOptionsBuilder().getFeaturesBuilder().setUtf8Validation(Utf8Validation.NONE);
        return true;
    }

    private static boolean jsType(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (!LONG.contains(field.getTypeName())) {
            return false;
        }
        field.getOptionsBuilder().setJstype(JSType.JS_STRING);
        return true;
    }

    private static boolean cType(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        if (!field.getTypeName().equals("string")) {
            return false;
        }
        field.getOptionsBuilder().setCtype(CType.CORD);
        return true;
    }

    private static boolean deprecate(Schema schema, Random random) {
        Dice.any(random, schema.fields()).getOptionsBuilder().setDeprecated(true);
        return true;
    }

    private static boolean isScalar(FieldDescriptorProto.Builder field) {
        return RandomField.SCALARS.contains(field.getTypeName());
    }

    private static boolean isPlain(FieldDescriptorProto.Builder field) {
        return !field.hasOneofIndex() && !FieldMutations.isRepeated(field) && !FieldMutations.isMap(field);
    }
}
