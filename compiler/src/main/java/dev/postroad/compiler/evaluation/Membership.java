package dev.postroad.compiler.evaluation;

import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Kind;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a value is one of some constants. */
final class Membership {
    private Membership() {}

    static Condition of(Evaluation value, OneOf oneOf) {
        var constants = oneOf.constants().stream().map(Constant::value);
        if (oneOf.value().type().kind() != Kind.DOUBLE) {
            var members = constants.collect(Collectors.toUnmodifiableSet());
            return (self, locals) -> members.contains(value.value(self, locals));
        }
        Set<Double> numbers = constants
                .map(Double.class::cast)
                .filter(number -> !number.isNaN())
                .map(Membership::unsignedZero)
                .collect(Collectors.toUnmodifiableSet());
        return (self, locals) -> numbers.contains(unsignedZero((double) value.value(self, locals)));
    }

    /** Zeros of both signs are one number, and two boxed ones. */
    private static Double unsignedZero(double number) {
        return number + 0.0;
    }
}
