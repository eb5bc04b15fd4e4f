package dev.postroad.compiler.cel;

import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.extensions.CelExtensions;
import java.util.List;
import java.util.stream.Stream;

/** An overload that expressions may call, as dev.cel's libraries and {@link Declarations} declare it. */
record DeclaredOverload(String function, CelOverloadDecl declaration) {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    /** All of them but those of standard functions that {@link Declarations} replaces. */
    static Stream<DeclaredOverload> all() {
        var standard = Stream.of(StandardFunction.values())
                .filter(function -> function != StandardFunction.MATCHES)
                .map(StandardFunction::functionDecl);
        var strings = CelExtensions.getExtensionLibrary("strings", CelOptions.DEFAULT).latest().functions().stream();
        return Stream.of(standard, strings, Declarations.ALL.stream())
                .flatMap(functions -> functions)
                .flatMap(DeclaredOverload::of);
    }

    private static Stream<DeclaredOverload> of(CelFunctionDecl function) {
        return function.overloads().stream().map(overload -> new DeclaredOverload(function.name(), overload));
    }

    String id() {
        return declaration.overloadId();
    }

    /** The names of the variables that {@link #expression} has as arguments. */
    List<String> variables() {
        return NAMES.subList(0, declaration.parameterTypes().size());
    }

    /** A call of this overload. */
    String expression() {
        var names = variables();
        if (function.startsWith("_[")) {
            return "a[b]";
        }
        if (function.equals("-_")) {
            return "-a";
        }
        if (function.startsWith("_") || function.equals("@in")) {
            return "a %s b".formatted(function.replace("_", "").replace("@", ""));
        }
        return declaration.isInstanceFunction()
                ? "a.%s(%s)".formatted(function, String.join(", ", names.subList(1, names.size())))
                : "%s(%s)".formatted(function, String.join(", ", names));
    }

    /** The types of its parameters, with one type in the place of all that are open. */
    List<CelType> parameters(CelType open) {
        return declaration.parameterTypes().stream()
                .map(type -> closed(type, open))
                .toList();
    }

    private static CelType closed(CelType type, CelType open) {
        return switch (type.kind()) {
            case TYPE_PARAM -> open;
            case LIST, MAP ->
                type.withParameters(type.parameters().stream()
                        .map(parameter -> closed(parameter, open))
                        .collect(com.google.common.collect.ImmutableList.toImmutableList()));
            default -> type;
        };
    }

    boolean isOpen() {
        return !declaration.typeParameterNames().isEmpty();
    }
}
