package dev.postroad.compiler.evaluation;

import com.google.protobuf.Timestamp;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Function;
import dev.postroad.compiler.expression.Type;
import dev.postroad.contract.cel.EvaluationException;
import java.util.List;
import java.util.stream.Stream;

/** A few functions for expressions. */
public final class Arithmetic {
    private Arithmetic() {}

    public static boolean equal(Object a, Object b) {
        return a.equals(b);
    }

    public static long divide(long a, long b) throws EvaluationException {
        if (b == 0) {
            throw new EvaluationException("division by zero");
        }
        return a / b;
    }

    public static boolean isNotBefore(Timestamp time, long seconds) {
        return time.getSeconds() >= seconds;
    }

    @SuppressWarnings("UnusedMethod")
    private static boolean secret(long number) {
        return number == 1;
    }

    static Expression call(String name, Expression... arguments) {
        var method = Stream.of(Arithmetic.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        var type = method.getReturnType() == boolean.class ? Type.BOOL : Type.INT;
        return new Call(new Function(method), List.of(arguments), type);
    }
}
