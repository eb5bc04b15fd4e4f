package dev.postroad.compiler.expression;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.contract.check.Recognizer;
import java.util.List;
import java.util.Optional;

/** An expression with a type, as {@link Kind} maps it to Java. */
public sealed interface Expression {
    /** What its value is. */
    Type type();

    /** Whether an evaluation may end with an {@link dev.postroad.contract.cel.EvaluationException}. */
    boolean mayFail();

    /**
     * A value that is known.
     *
     * @param value Boolean, Long, Double, String, ByteString, Timestamp, Duration, or a List or Map of these
     */
    record Constant(Type type, Object value) implements Expression {
        /** The constant of a bool. */
        public static Constant of(boolean value) {
            return new Constant(Type.BOOL, value);
        }

        /** The constant of an int. */
        public static Constant of(long value) {
            return new Constant(Type.INT, value);
        }

        /** The constant of a string. */
        public static Constant of(String value) {
            return new Constant(Type.STRING, value);
        }

        @Override
        public boolean mayFail() {
            return false;
        }
    }

    /**
     * The value of a name: {@link #THIS}, {@link #NOW}, or what a {@link Quantified} or {@link Collected} around it
     * goes through. Names are Java's identifiers and unique within a rule.
     */
    record Variable(String name, Type type) implements Expression {
        /** What a rule is about. */
        public static final String THIS = "this";
        /** The time at which a rule's evaluation began, a timestamp. */
        public static final String NOW = "now";

        @Override
        public boolean mayFail() {
            return false;
        }
    }

    /**
     * A field of a message; its default where it is unset. The value of a repeated field is a list and that of a map
     * field is a map, of values normalized to the field's {@link Type}.
     */
    record Select(Expression message, FieldDescriptor field) implements Expression {
        @Override
        public Type type() {
            return Type.of(field);
        }

        @Override
        public boolean mayFail() {
            return message.mayFail();
        }
    }

    /** Whether a field is set: present, not its default where it has no presence, not empty if repeated. */
    record Has(Expression message, FieldDescriptor field) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean mayFail() {
            return message.mayFail();
        }
    }

    /**
     * The value in a wrapper message (google.protobuf.Int64Value and others) that a field holds; fails if it is unset.
     */
    record Unwrapped(Expression message, FieldDescriptor field) implements Expression {
        @Override
        public Type type() {
            return Type.of(field.getMessageType().findFieldByNumber(1));
        }

        @Override
        public boolean mayFail() {
            return true;
        }
    }

    /** A call of a function. */
    record Call(Function function, List<Expression> arguments, Type type) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean mayFail() {
            return function.mayFail() || arguments.stream().anyMatch(Expression::mayFail);
        }
    }

    /** The opposite. */
    record Not(Expression operand) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean mayFail() {
            return operand.mayFail();
        }
    }

    /** CEL's {@code &&}: false if one side is, whatever becomes of the other; else fails if a side fails. */
    record And(Expression left, Expression right) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean mayFail() {
            return left.mayFail() || right.mayFail();
        }
    }

    /** CEL's {@code ||}: true if one side is, whatever becomes of the other; else fails if a side fails. */
    record Or(Expression left, Expression right) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean mayFail() {
            return left.mayFail() || right.mayFail();
        }
    }

    /** CEL's {@code ? :}; only the chosen side is evaluated. */
    record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public Type type() {
            return then.type();
        }

        @Override
        public boolean mayFail() {
            return condition.mayFail() || then.mayFail() || otherwise.mayFail();
        }
    }

    /** Whether a condition holds for elements of a list, or for keys of a map. */
    record Quantified(Quantifier quantifier, Variable variable, Expression range, Expression condition)
            implements Expression {
        /** For how many it must hold. */
        public enum Quantifier {
            /** For all: false if it is for one, whatever becomes of others; else fails if one fails. */
            ALL,
            /** For at least one: true if it is for one, whatever becomes of others; else fails if one fails. */
            EXISTS,
            /** For exactly one; fails if one fails. */
            EXISTS_ONE
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean mayFail() {
            return range.mayFail() || condition.mayFail();
        }
    }

    /**
     * The list of what an expression is for those elements of a list, or keys of a map, for which a condition holds.
     */
    record Collected(Variable variable, Expression range, Optional<Expression> condition, Expression element)
            implements Expression {
        @Override
        public Type type() {
            return Type.listOf(element.type());
        }

        @Override
        public boolean mayFail() {
            return range.mayFail()
                    || element.mayFail()
                    || condition.map(Expression::mayFail).orElse(false);
        }
    }

    /** A list of expressions of one type. */
    record Listed(List<Expression> elements, Type type) implements Expression {
        public Listed {
            elements = List.copyOf(elements);
        }

        @Override
        public boolean mayFail() {
            return elements.stream().anyMatch(Expression::mayFail);
        }
    }

    /** Whether a text is one that a table of states accepts. */
    record Recognized(Recognizer recognizer, Expression text) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean mayFail() {
            return text.mayFail();
        }
    }

    /** Whether a value equals one of some constants; doubles as numbers, so that NaN equals none. */
    record OneOf(Expression value, List<Constant> constants) implements Expression {
        public OneOf {
            constants = List.copyOf(constants);
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public boolean mayFail() {
            return value.mayFail();
        }
    }
}
