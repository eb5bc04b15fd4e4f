package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerLegacyImpl;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserImpl;
import dev.cel.parser.CelStandardMacro;
import dev.postroad.compiler.cel.CelSite.OfField;
import dev.postroad.compiler.cel.CelSite.OfMessage;
import dev.postroad.compiler.expression.Expression.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parses expressions, and checks them in the environment of their site. dev.cel declares all that an environment has
 * anew for each expression, which takes longer than to check it; so a site has an environment for each set of function
 * names that its expressions call, without the other functions.
 */
final class Environments {
    private final Map<Known, CelChecker> checkers = new ConcurrentHashMap<>();

    /** What an expression may name. */
    private record Known(CelType type, Optional<Descriptor> message, Set<String> functions) {}

    CelValidationResult parse(String expression) {
        return Shared.PARSER.parse(expression);
    }

    CelValidationResult check(CelAbstractSyntaxTree tree, CelSite site) {
        var known = new Known(Types.of(site), message(site), FunctionNames.in(tree));
        return checkers.computeIfAbsent(known, Environments::checker).check(tree);
    }

    private static Optional<Descriptor> message(CelSite site) {
        if (site instanceof OfMessage of) {
            return Optional.of(of.message());
        }
        var field = ((OfField) site).field();
        return field.getJavaType() == JavaType.MESSAGE ? Optional.of(field.getMessageType()) : Optional.empty();
    }

    private static CelChecker checker(Known known) {
        var builder = CelCheckerLegacyImpl.newBuilder()
                .setOptions(Shared.OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) -> function != StandardFunction.MATCHES
                                && known.functions()
                                        .contains(function.functionDecl().name()))
                        .build())
                .addFunctionDeclarations(Declarations.ADDED.stream()
                        .filter(function -> known.functions().contains(FunctionNames.last(function.name())))
                        .toArray(CelFunctionDecl[]::new))
                .addVarDeclarations(
                        CelVarDecl.newVarDeclaration(Variable.NOW, SimpleType.TIMESTAMP),
                        CelVarDecl.newVarDeclaration(Variable.THIS, known.type()));
        known.message().ifPresent(builder::addMessageTypes);
        return builder.build();
    }

    /** What all sites have in common; set up when the first expression is read. */
    private static final class Shared {
        static final CelOptions OPTIONS =
                CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

        static final CelParser PARSER = CelParserImpl.newBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER,
                        CelStandardMacro.HAS,
                        CelStandardMacro.MAP,
                        CelStandardMacro.MAP_FILTER)
                .build();
    }
}
