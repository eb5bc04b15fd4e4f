package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FeatureSet.FieldPresence;
import com.google.protobuf.DescriptorProtos.FeatureSet.MessageEncoding;
import com.google.protobuf.DescriptorProtos.FeatureSet.RepeatedFieldEncoding;
import com.google.protobuf.DescriptorProtos.FeatureSet.Utf8Validation;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldOptions.CType;
import com.google.protobuf.DescriptorProtos.FieldOptions.JSType;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
        // In proto2 every field can be told from unset.
        return !schema.isProto2()
                && change(schema, random, field -> isPlain(field) && isScalar(field), field -> {
                    if (schema.isProto3()) {
                        field.setProto3Optional(!field.getProto3Optional());
                    } else if (field.getOptions().getFeatures().hasFieldPresence()) {
                        field.clearOptions();
                    } else {
                        field.clearDefaultValue();
                        features(field).setFieldPresence(FieldPresence.IMPLICIT);
                    }
                });
    }

    private static boolean required(Schema schema, Random random) {
        return !schema.isProto3()
                && change(schema, random, FieldOptionMutations::isPlain, field -> {
                    if (schema.isProto2()) {
                        field.setLabel(
                                field.getLabel() == Label.LABEL_REQUIRED ? Label.LABEL_OPTIONAL : Label.LABEL_REQUIRED);
                    } else if (field.getOptions().getFeatures().getFieldPresence() == FieldPresence.LEGACY_REQUIRED) {
                        field.clearOptions();
                    } else {
                        features(field).setFieldPresence(FieldPresence.LEGACY_REQUIRED);
                    }
                });
    }

    private static boolean jsonName(Schema schema, Random random) {
        var field = Dice.any(random, schema.fields());
        field.setJsonName(Dice.name(random, "json"));
        return true;
    }

    private static boolean defaultValue(Schema schema, Random random) {
        return !schema.isProto3()
                && change(
                        schema,
                        random,
                        field -> isPlain(field) && field.getTypeName().matches("string|int32|double"),
                        field -> field.clearOptions().setDefaultValue(defaultOf(field.getTypeName(), random)));
    }

    private static String defaultOf(String type, Random random) {
        var digit = String.valueOf(random.nextInt(9));
        return type.equals("string") ? "\"" + digit + "\"" : digit;
    }

    private static boolean packed(Schema schema, Random random) {
        return change(schema, random, FieldOptionMutations::isPackable, field -> {
            if (schema.isEdition()) {
                features(field).setRepeatedFieldEncoding(RepeatedFieldEncoding.EXPANDED);
            } else {
                field.getOptionsBuilder().setPacked(schema.isProto2());
            }
        });
    }

    private static boolean isPackable(FieldDescriptorProto.Builder field) {
        return FieldMutations.isRepeated(field)
                && isScalar(field)
                && !field.getTypeName().matches("string|bytes");
    }

    private static boolean delimited(Schema schema, Random random) {
        return schema.isEdition()
                && change(
                        schema,
                        random,
                        field -> field.getTypeName().matches(".*\\.(Line|Part|Money|Customer|Order)"),
                        field -> features(field).setMessageEncoding(MessageEncoding.DELIMITED));
    }

    private static boolean utf8(Schema schema, Random random) {
        return schema.isEdition()
                && change(
                        schema,
                        random,
                        field -> field.getTypeName().equals("string"),
                        field -> features(field).setUtf8Validation(Utf8Validation.NONE));
    }

    private static boolean jsType(Schema schema, Random random) {
        return change(
                schema,
                random,
                field -> LONG.contains(field.getTypeName()),
                field -> field.getOptionsBuilder().setJstype(JSType.JS_STRING));
    }

    private static boolean cType(Schema schema, Random random) {
        return change(
                schema,
                random,
                field -> field.getTypeName().equals("string"),
                field -> field.getOptionsBuilder().setCtype(CType.CORD));
    }

    private static boolean deprecate(Schema schema, Random random) {
        Dice.any(random, schema.fields()).getOptionsBuilder().setDeprecated(true);
        return true;
    }

    private static boolean change(
            Schema schema,
            Random random,
            Predicate<FieldDescriptorProto.Builder> fits,
            Consumer<FieldDescriptorProto.Builder> change) {
        var fields = schema.fields().stream().filter(fits).toList();
        if (!fields.isEmpty()) {
            change.accept(Dice.any(random, fields));
        }
        return !fields.isEmpty();
    }

    private static FeatureSet.Builder features(FieldDescriptorProto.Builder field) {
        return field.getOptionsBuilder().getFeaturesBuilder();
    }

    private static boolean isScalar(FieldDescriptorProto.Builder field) {
        return RandomField.SCALARS.contains(field.getTypeName());
    }

    private static boolean isPlain(FieldDescriptorProto.Builder field) {
        return !field.hasOneofIndex() && !FieldMutations.isRepeated(field) && !FieldMutations.isMap(field);
    }
}
