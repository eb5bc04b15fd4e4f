package dev.postroad.compiler.cel;

import com.google.protobuf.ByteString;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Listed;
import dev.postroad.compiler.expression.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads constants, lists and maps. */
final class Literals {
    private final TreeReader reader;

    Literals(TreeReader reader) {
        this.reader = reader;
    }

    Expression of(CelExpr part, CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Constant.of(constant.booleanValue());
            case INT64_VALUE -> Constant.of(constant.int64Value());
            case UINT64_VALUE -> new Constant(Type.UINT, constant.uint64Value().longValue());
            case DOUBLE_VALUE -> new Constant(Type.DOUBLE, constant.doubleValue());
            case STRING_VALUE -> Constant.of(constant.stringValue());
            case BYTES_VALUE ->
                new Constant(
                        Type.BYTES, ByteString.copyFrom(constant.bytesValue().toByteArray()));
            default -> throw reader.uncompilable(part, "null is compared with nothing");
        };
    }

    Expression list(CelExpr part, Scope scope) {
        if (part.list().elements().isEmpty()) {
            return new Constant(reader.type(part), List.of());
        }
        var elements = new ArrayList<Expression>();
        for (var element : part.list().elements()) {
            if (Types.isNullable(reader.celType(element))) {
                throw reader.nullElement(element);
            }
            elements.add(reader.readElement(element, scope));
        }
        var type = elements.get(0).type();
        if (elements.stream().anyMatch(element -> !element.type().equals(type))) {
            throw reader.uncompilable(part, "a list has elements of several types");
        }
        return Folding.folded(new Listed(elements, Type.listOf(type)));
    }

    Expression map(CelExpr part, Scope scope) {
        var values = new LinkedHashMap<Object, Object>();
        var entries = new ArrayList<Type>();
        for (var entry : part.map().entries()) {
            var key = constant(entry.key(), scope);
            var value = constant(entry.value(), scope);
            entries.add(Type.mapOf(key.type(), value.type()));
            if (values.put(key.value(), value.value()) != null) {
                throw reader.uncompilable(entry.key(), "a map has a key twice");
            }
        }
        if (entries.stream().distinct().count() > 1) {
            throw reader.uncompilable(part, "a map has entries of several types");
        }
        return new Constant(
                entries.isEmpty() ? reader.type(part) : entries.get(0), Collections.unmodifiableMap(values));
    }

    private Constant constant(CelExpr part, Scope scope) {
        if (!TreeReader.isNull(part) && reader.read(part, scope) instanceof Constant constant) {
            return constant;
        }
        throw reader.uncompilable(part, "an entry of a map is not constant");
    }
}
