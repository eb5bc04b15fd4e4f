package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelTypes;
import dev.postroad.compiler.cel.CelSite.OfField;
import dev.postroad.compiler.cel.CelSite.OfMessage;
import dev.postroad.compiler.cel.CelSite.OfPredefined;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Has;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Unwrapped;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Function;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.expression.Type;
import java.util.List;
import java.util.Set;

/** Reads {@code this}, the fields of messages, and {@code has()}. */
final class Selections {
    private static final Set<String> DYNAMIC =
            Set.of(CelTypes.ANY_MESSAGE, CelTypes.STRUCT_MESSAGE, CelTypes.VALUE_MESSAGE, CelTypes.LIST_VALUE_MESSAGE);
    private static final Constant NO = Constant.of(false);
    private static final Function SELECTABLE_UINT32 = Functions.of("postroad_selectable_uint32");
    private static final Function SELECTED_UINT32 = Functions.of("postroad_selected_uint32");
    private static final Function WIDENED_UINT32 = Functions.of("postroad_widened_uint32");

    private final TreeReader reader;

    Selections(TreeReader reader) {
        this.reader = reader;
    }

    /** What {@code this} is. */
    Expression subject(CelSite site) {
        if (site instanceof OfMessage of) {
            return new Variable(Variable.THIS, Type.of(of.message()));
        }
        if (site instanceof OfPredefined of) {
            return subject(of.value());
        }
        var of = (OfField) site;
        if (of.isContainer()) {
            return new Variable(Variable.THIS, Type.of(of.field()));
        }
        var subject = new Variable(Variable.THIS, ofOne(of.field()));
        if (!UnsignedContainers.isUint32(of.field())) {
            return subject;
        }
        var isWrapped = isWrapper(of.field())
                || CelTypes.isWrapperType(of.field().getContainingType().getFullName());
        var function = isWrapped ? SELECTED_UINT32 : WIDENED_UINT32;
        return new Call(function, List.of(subject), Type.UINT);
    }

    private static Type ofOne(FieldDescriptor field) {
        return isWrapper(field) ? Type.ofOne(wrapped(field)) : Type.ofOne(field);
    }

    Expression read(CelExpr part, Scope scope) {
        var select = part.select();
        var rules = reader.rules(select.operand(), scope);
        if (rules.isPresent()) {
            return rule(part, rules.get());
        }
        var operand = reader.read(select.operand(), scope);
        if (operand.type().kind() == Kind.MAP) {
            return entry(part, operand);
        }
        var field = operand.type()
                .message()
                .map(message -> message.findFieldByName(select.field()))
                .orElseThrow(() -> reader.uncompilable(
                        part, "%s is no field of a message type that is known".formatted(select.field())));
        if (holdsAny(field)) {
            throw reader.uncompilable(part, field.getName() + " holds a message that is unpacked when it is read");
        }
        return select.testOnly() ? presence(operand, field) : value(part, operand, field);
    }

    /** {@code rules.max_len} in a predefined rule. */
    private Expression rule(CelExpr part, RuleConstants rules) {
        var name = part.select().field();
        var field = rules.site().rules().getDescriptorForType().findFieldByName(name);
        return part.select().testOnly()
                ? rules.has(field)
                : rules.other(field)
                        .orElseThrow(
                                () -> reader.uncompilable(part, "rules.%s has no constant like it".formatted(name)));
    }

    private static boolean holdsAny(FieldDescriptor field) {
        var held = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
        return held.getType() == FieldDescriptor.Type.MESSAGE
                && held.getMessageType().getFullName().equals(CelTypes.ANY_MESSAGE);
    }

    /** Whether a field is set; dev.cel reads it before it says so, which may fail. */
    static Expression presence(Expression message, FieldDescriptor field) {
        var has = new Has(message, field);
        if (field.isRepeated() || !UnsignedContainers.isUint32(field)) {
            return has;
        }
        var value = isWrapper(field) ? present(new Unwrapped(message, field)) : new Select(message, field);
        return new Choice(has, new Call(SELECTABLE_UINT32, List.of(value), Type.BOOL), NO);
    }

    /** {@code map.key} instead of {@code map["key"]}. */
    private Expression entry(CelExpr part, Expression map) {
        var key = Constant.of(part.select().field());
        return part.select().testOnly()
                ? new Call(function(part, "in_map", key, map), List.of(key, map), Type.BOOL)
                : usable(
                        part,
                        new Call(
                                function(part, "index_map", map, key),
                                List.of(map, key),
                                map.type().value()));
    }

    private Function function(CelExpr part, String overload, Expression left, Expression right) {
        return Functions.find(overload, List.of(left.type(), right.type()))
                .orElseThrow(() -> reader.uncompilable(part, overload + " has no function"));
    }

    private Expression value(CelExpr part, Expression message, FieldDescriptor field) {
        if (field.isRepeated()) {
            return new Select(message, field);
        }
        var value = isWrapper(field) ? new Unwrapped(message, field) : usable(part, new Select(message, field));
        return UnsignedContainers.isUint32(field) ? new Call(SELECTED_UINT32, List.of(value), Type.UINT) : value;
    }

    /** A value as CEL sees it: in the place of a wrapper message, what is in it. */
    Expression usable(CelExpr part, Expression expression) {
        var message = expression.type().message();
        if (message.isEmpty()) {
            return expression;
        }
        if (DYNAMIC.contains(message.get().getFullName())) {
            throw reader.uncompilable(part, message.get().getFullName() + " has no type before it is read");
        }
        return CelTypes.isWrapperType(message.get().getFullName())
                ? new Select(expression, message.get().findFieldByNumber(1))
                : expression;
    }

    /** The value of a wrapper field that is set, if the expression is one. */
    static boolean isNullable(Expression expression) {
        return expression instanceof Unwrapped || isSelected(expression);
    }

    /** Whether a value may be null. The checker gives a choice the type of one side, which may not tell. */
    static boolean mayBeNull(Expression expression) {
        return isNullable(expression)
                || expression instanceof Choice choice && (mayBeNull(choice.then()) || mayBeNull(choice.otherwise()));
    }

    private static boolean isSelected(Expression expression) {
        return expression instanceof Call call
                && call.function().equals(SELECTED_UINT32)
                && call.arguments().get(0) instanceof Unwrapped;
    }

    /** The field that a nullable expression reads. */
    static Unwrapped unwrapped(Expression nullable) {
        return (Unwrapped) (nullable instanceof Call call ? call.arguments().get(0) : nullable);
    }

    /** A nullable expression for where its field is known to be set. */
    static Expression present(Expression nullable) {
        if (nullable instanceof Call call) {
            return new Call(SELECTED_UINT32, List.of(present(call.arguments().get(0))), Type.UINT);
        }
        var unwrapped = (Unwrapped) nullable;
        return new Select(new Select(unwrapped.message(), unwrapped.field()), wrapped(unwrapped.field()));
    }

    private static boolean isWrapper(FieldDescriptor field) {
        return field.getType() == FieldDescriptor.Type.MESSAGE
                && CelTypes.isWrapperType(field.getMessageType().getFullName());
    }

    private static FieldDescriptor wrapped(FieldDescriptor wrapper) {
        return wrapper.getMessageType().findFieldByNumber(1);
    }
}
