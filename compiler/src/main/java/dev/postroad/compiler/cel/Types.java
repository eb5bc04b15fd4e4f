package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.postroad.compiler.cel.CelSite.OfField;
import dev.postroad.compiler.cel.CelSite.OfMessage;
import dev.postroad.compiler.cel.CelSite.OfPredefined;
import dev.postroad.compiler.expression.Type;
import java.util.Optional;

/** CEL's types for fields, and ours for CEL's. */
final class Types {
    private Types() {}

    /** The type of {@code this}. */
    static CelType of(CelSite site) {
        if (site instanceof OfMessage of) {
            return StructTypeReference.create(of.message().getFullName());
        }
        var of = site instanceof OfPredefined predefined ? predefined.value() : (OfField) site;
        return of.isContainer() ? of(of.field()) : ofOne(of.field());
    }

    /** The type of a field's value, of all its values if there are several. */
    static CelType of(FieldDescriptor field) {
        if (!field.isRepeated()) {
            return ofOne(field);
        }
        return field.isMapField()
                ? MapType.create(
                        ofOne(field.getMessageType().findFieldByNumber(1)),
                        ofOne(field.getMessageType().findFieldByNumber(2)))
                : ListType.create(ofOne(field));
    }

    private static CelType ofOne(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case BOOLEAN -> SimpleType.BOOL;
            case INT, LONG -> isUnsigned(field) ? SimpleType.UINT : SimpleType.INT;
            case ENUM -> SimpleType.INT;
            case FLOAT, DOUBLE -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
            case BYTE_STRING -> SimpleType.BYTES;
            case MESSAGE ->
                CelTypes.getWellKnownCelType(field.getMessageType().getFullName())
                        .orElse(StructTypeReference.create(
                                field.getMessageType().getFullName()));
        };
    }

    private static boolean isUnsigned(FieldDescriptor field) {
        return switch (field.getType()) {
            case UINT32, FIXED32, UINT64, FIXED64 -> true;
            default -> false;
        };
    }

    /** Our type for one of CEL's that names no message; that of a wrapper message is the type of what is in it. */
    static Optional<Type> of(CelType type) {
        return switch (type.kind()) {
            case BOOL -> Optional.of(Type.BOOL);
            case INT -> Optional.of(Type.INT);
            case UINT -> Optional.of(Type.UINT);
            case DOUBLE -> Optional.of(Type.DOUBLE);
            case STRING -> Optional.of(Type.STRING);
            case BYTES -> Optional.of(Type.BYTES);
            case TIMESTAMP -> Optional.of(Type.TIMESTAMP);
            case DURATION -> Optional.of(Type.DURATION);
            case LIST -> of(type.parameters().get(0)).map(Type::listOf);
            case MAP ->
                of(type.parameters().get(0))
                        .flatMap(key -> of(type.parameters().get(1)).map(value -> Type.mapOf(key, value)));
            default -> Optional.empty();
        };
    }

    /** Whether a value may be null: what an unset field of a wrapper message is. */
    static boolean isNullable(CelType type) {
        return type instanceof NullableType || type.kind() == CelKind.NULL_TYPE;
    }

    /** The type as CEL writes it. */
    static String name(CelType type) {
        return CelTypes.format(type);
    }
}
