package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
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
import dev.cel.common.types.StructTypeReference;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserImpl;
import dev.cel.parser.CelStandardMacro;
import dev.postroad.compiler.cel.CelSite.OfField;
import dev.postroad.compiler.cel.CelSite.OfMessage;
import dev.postroad.compiler.cel.CelSite.OfPredefined;
import dev.postroad.compiler.expression.Expression.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses expressions, and checks them in the environment of their site. dev.cel declares all that an environment has
 * anew for each expression, which takes longer than to check it; so a site has an environment for each set of function
 * names that its expressions call, without the other functions.
 */
final class Environments {
    private final Map<Known, CelChecker> checkers = new ConcurrentHashMap<>();

    /** What an expression may name. */
    private record Known(Map<String, CelType> variables, Set<Descriptor> messages, Set<String> functions) {}

    CelValidationResult parse(String expression) {
        return Shared.PARSER.parse(expression);
    }

    CelValidationResult check(CelAbstractSyntaxTree tree, CelSite site) {
        var known = new Known(variables(site), messages(site), FunctionNames.in(tree));
        return checkers.computeIfAbsent(known, Environments::checker).check(tree);
    }

    private static Map<String, CelType> variables(CelSite site) {
        var variables = new HashMap<String, CelType>();
        variables.put(Variable.NOW, SimpleType.TIMESTAMP);
        variables.put(Variable.THIS, Types.of(site));
        if (site instanceof OfPredefined of) {
            variables.put(
                    OfPredefined.RULES,
                    StructTypeReference.create(of.rules().getDescriptorForType().getFullName()));
            variables.put(OfPredefined.RULE, Types.of(of.rule()));
        }
        return variables;
    }

    private static Set<Descriptor> messages(CelSite site) {
        if (site instanceof OfMessage of) {
            return Set.of(of.message());
        }
        if (site instanceof OfPredefined of) {
            return Stream.of(
                            messages(of.value()),
                            held(of.rule()),
                            Set.of(of.rules().getDescriptorForType()))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
        }
        return held(((OfField) site).field());
    }

    private static Set<Descriptor> held(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE ? Set.of(field.getMessageType()) : Set.of();
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
                .addMessageTypes(known.messages());
        known.variables().forEach((name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
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
