package dev.postroad.compiler.expression;

import dev.postroad.contract.cel.EvaluationException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A function of expressions: a static method that both back ends call.
 *
 * @param method the method, public like its class
 */
public record Function(Method method) {
    /** Whether a call may end with an {@link EvaluationException}. */
    public boolean mayFail() {
        return List.of(method.getExceptionTypes()).contains(EvaluationException.class);
    }

    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
