package dev.postroad.compiler.expression;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.postroad.contract.cel.Arithmetic;
import dev.postroad.contract.cel.Calendar;
import dev.postroad.contract.cel.Containers;
import dev.postroad.contract.cel.Conversions;
import dev.postroad.contract.cel.DurationParts;
import dev.postroad.contract.cel.Equality;
import dev.postroad.contract.cel.Formatting;
import dev.postroad.contract.cel.MixedOrdering;
import dev.postroad.contract.cel.Ordering;
import dev.postroad.contract.cel.Overload;
import dev.postroad.contract.cel.Quoting;
import dev.postroad.contract.cel.Text;
import dev.postroad.contract.cel.TextEditing;
import dev.postroad.contract.cel.TextSearch;
import dev.postroad.contract.cel.TimeArithmetic;
import dev.postroad.contract.cel.TimeText;
import dev.postroad.contract.cel.Times;
import dev.postroad.contract.cel.Uint32;
import dev.postroad.contract.check.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The functions that expressions call, by the overloads of CEL that they carry out. */
public final class Functions {
    private static final List<Class<?>> LIBRARY = List.of(
            Arithmetic.class,
            Calendar.class,
            Containers.class,
            Conversions.class,
            DurationParts.class,
            Equality.class,
            Formats.class,
            Formatting.class,
            MixedOrdering.class,
            Ordering.class,
            Quoting.class,
            Text.class,
            TextEditing.class,
            TextSearch.class,
            TimeArithmetic.class,
            TimeText.class,
            Times.class,
            Uint32.class);
    private static final Map<String, List<Function>> BY_OVERLOAD = byOverload();

    private Functions() {}

    /** The ids of all overloads that have a function. */
    public static Set<String> overloads() {
        return BY_OVERLOAD.keySet();
    }

    /**
     * The function of an overload that has one alone.
     *
     * @throws IllegalArgumentException if there is none, or one for each type of argument, as for {@code equals}
     */
    public static Function of(String overload) {
        var functions = BY_OVERLOAD.getOrDefault(overload, List.of());
        if (functions.size() != 1) {
            throw new IllegalArgumentException("overload '%s' has %s; name one of %s"
                    .formatted(overload, functions.isEmpty() ? "no function" : functions, overloads()));
        }
        return functions.get(0);
    }

    /** The function of an overload for arguments of some types; one for each of them goes before one for any. */
    public static Optional<Function> find(String overload, List<Type> arguments) {
        return BY_OVERLOAD.getOrDefault(overload, List.of()).stream()
                .filter(function -> takes(function, arguments))
                .min(Comparator.comparing(Functions::parametersOfAnyType));
    }

    private static boolean takes(Function function, List<Type> arguments) {
        var parameters = function.method().getParameterTypes();
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (var i = 0; i < parameters.length; i++) {
            if (parameters[i] != Object.class && parameters[i] != javaType(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static long parametersOfAnyType(Function function) {
        return Stream.of(function.method().getParameterTypes())
                .filter(Object.class::equals)
                .count();
    }

    private static Class<?> javaType(Type type) {
        return switch (type.kind()) {
            case BOOL -> boolean.class;
            case INT, UINT -> long.class;
            case DOUBLE -> double.class;
            case STRING -> String.class;
            case BYTES -> ByteString.class;
            case TIMESTAMP -> Timestamp.class;
            case DURATION -> Duration.class;
            case MESSAGE -> Message.class;
            case LIST -> List.class;
            case MAP -> Map.class;
        };
    }

    private static Map<String, List<Function>> byOverload() {
        var functions = new HashMap<String, List<Function>>();
        for (var type : LIBRARY) {
            for (var method : type.getMethods()) {
                var overload = method.getAnnotation(Overload.class);
                for (var id : overload == null ? new String[0] : overload.value()) {
                    functions.computeIfAbsent(id, none -> new ArrayList<>()).add(new Function(method));
                }
            }
        }
        return Map.copyOf(functions);
    }
}
