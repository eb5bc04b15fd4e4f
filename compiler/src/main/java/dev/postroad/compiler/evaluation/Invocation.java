package dev.postroad.compiler.evaluation;

import dev.postroad.compiler.expression.Function;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls of functions. Each method is bound to an object, as a method reference would be: such an object takes less time
 * to make and to call than a method handle that is no constant, and what the method throws comes through as it is.
 */
final class Invocation {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    /** The methods are those of a library, so this does not grow. */
    private static final Map<Method, Object> BOUND = new ConcurrentHashMap<>();

    private static final List<Class<?>> SHAPES = List.of(Of1.class, Of2.class, Of3.class, Of4.class);

    private Invocation() {}

    /** The call of a function with arguments. */
    static Evaluation of(Function function, List<Evaluation> arguments) {
        var bound = BOUND.computeIfAbsent(function.method(), Invocation::bind);
        if (bound instanceof Of1 one) {
            var a = arguments.get(0);
            return (self, locals) -> one.call(a.value(self, locals));
        } else if (bound instanceof Of2 two) {
            var a = arguments.get(0);
            var b = arguments.get(1);
            return (self, locals) -> two.call(a.value(self, locals), b.value(self, locals));
        } else if (bound instanceof Of3 three) {
            var a = arguments.get(0);
            var b = arguments.get(1);
            var c = arguments.get(2);
            return (self, locals) -> three.call(a.value(self, locals), b.value(self, locals), c.value(self, locals));
        }
        var four = (Of4) bound;
        var a = arguments.get(0);
        var b = arguments.get(1);
        var c = arguments.get(2);
        var d = arguments.get(3);
        return (self, locals) ->
                four.call(a.value(self, locals), b.value(self, locals), c.value(self, locals), d.value(self, locals));
    }

    private static Object bind(Method method) {
        var arity = method.getParameterCount();
        if (arity == 0 || arity > SHAPES.size()) {
            throw new IllegalArgumentException("%s takes %d arguments; a function of expressions takes 1 to %d"
                    .formatted(method, arity, SHAPES.size()));
        }
        try {
            var handle = LOOKUP.unreflect(method);
            var site = LambdaMetafactory.metafactory(
                    LOOKUP,
                    "call",
                    MethodType.methodType(SHAPES.get(arity - 1)),
                    MethodType.genericMethodType(arity),
                    handle,
                    handle.type().wrap());
            return site.getTarget().invoke();
        } catch (IllegalAccessException | LambdaConversionException e) {
            throw new IllegalArgumentException(
                    method + " cannot be called; a function is a public static method of a public class", e);
        } catch (Throwable e) {
            // What a method handle may throw is not known to the compiler.
            throw new LinkageError("the call of %s cannot be set up".formatted(method), e);
        }
    }

    /** A function of one argument. */
    interface Of1 {
        Object call(Object a);
    }

    /** A function of two arguments. */
    interface Of2 {
        Object call(Object a, Object b);
    }

    /** A function of three arguments. */
    interface Of3 {
        Object call(Object a, Object b, Object c);
    }

    /** A function of four arguments. */
    interface Of4 {
        Object call(Object a, Object b, Object c, Object d);
    }
}
