package dev.postroad.compiler.cel;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.cel.checker.CelCheckerLegacyImpl;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerImpl;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelParserImpl;
import dev.cel.parser.CelStandardMacro;
import dev.postroad.compiler.cel.CelSite.OfField;
import dev.postroad.compiler.cel.CelSite.OfMessage;
import dev.postroad.compiler.expression.Expression.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The environments of sites, each made once. */
final class Environments {
    private final Map<Known, CelCompiler> compilers = new ConcurrentHashMap<>();

    /** What an expression may name. */
    private record Known(CelType type, Optional<Descriptor> message) {}

    CelCompiler of(CelSite site) {
        return compilers.computeIfAbsent(known(site), Environments::compiler);
    }

    private static Known known(CelSite site) {
        if (site instanceof OfMessage of) {
            return new Known(StructTypeReference.create(of.message().getFullName()), Optional.of(of.message()));
        }
        var field = ((OfField) site).field();
        var message = field.getJavaType() == JavaType.MESSAGE
                ? Optional.of(field.getMessageType())
                : Optional.<Descriptor>empty();
        return new Known(Types.of((OfField) site), message);
    }

    private static CelCompiler compiler(Known known) {
        var builder = Shared.COMPILER.toCompilerBuilder().addVar(Variable.THIS, known.type());
        known.message().ifPresent(builder::addMessageTypes);
        return builder.build();
    }

    /** What all sites have in common; set up when the first expression is read. */
    private static final class Shared {
        static final CelCompiler COMPILER = CelCompilerImpl.newBuilder(
                        CelParserImpl.newBuilder(),
                        CelCheckerLegacyImpl.newBuilder().setStandardEnvironmentEnabled(false))
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .build())
                .setStandardMacros(
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER,
                        CelStandardMacro.HAS,
                        CelStandardMacro.MAP,
                        CelStandardMacro.MAP_FILTER)
                // Declared with protovalidate's own functions.
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .excludeFunctions(StandardFunction.MATCHES)
                        .build())
                .addLibraries(CelExtensions.strings())
                .addVar(Variable.NOW, SimpleType.TIMESTAMP)
                .addFunctionDeclarations(Declarations.ALL)
                .build();
    }
}
