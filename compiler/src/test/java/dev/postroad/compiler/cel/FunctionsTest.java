package dev.postroad.compiler.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelCheckerLegacyImpl;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerImpl;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelParserImpl;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntimeImpl;
import dev.cel.runtime.Program;
import dev.postroad.compiler.expression.Function;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.contract.cel.EvaluationException;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions behind {@link Functions}, compared with dev.cel's runtime. */
class FunctionsTest {
    private static final long SEED = 20261125;
    private static final int EVALUATIONS = 300;
    private static final String FAILURE = Values.UNREADABLE;

    /** What has no function, because an expression says it otherwise or its types are open; format is several. */
    private static final Set<String> SAID_OTHERWISE = Set.of(
            "conditional",
            "logical_and",
            "logical_not",
            "logical_or",
            "matches",
            "matches_string",
            "not_strictly_false",
            "format_list_dyn",
            "get_field_any_string",
            "to_dyn",
            "type");

    /** How the ids of functions begin that CEL has no name for. */
    private static final String WITHOUT_NAME = "postroad_";

    /** As protovalidate sets it up. */
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    private static final Cel CEL = CelFactory.combine(
            CelCompilerImpl.newBuilder(
                            CelParserImpl.newBuilder(),
                            CelCheckerLegacyImpl.newBuilder().setStandardEnvironmentEnabled(false))
                    .setOptions(OPTIONS)
                    .setStandardDeclarations(
                            CelStandardDeclarations.newBuilder().build())
                    .addLibraries(CelExtensions.strings())
                    .build(),
            CelRuntimeImpl.newBuilder()
                    .setOptions(OPTIONS)
                    .addLibraries(CelExtensions.strings())
                    .build());

    private static final List<CelType> KEYS =
            List.of(SimpleType.BOOL, SimpleType.INT, SimpleType.STRING, SimpleType.UINT);
    private static final List<CelType> OPEN = List.of(
            SimpleType.BOOL,
            SimpleType.BYTES,
            SimpleType.DOUBLE,
            SimpleType.DURATION,
            SimpleType.INT,
            SimpleType.STRING,
            SimpleType.TIMESTAMP,
            SimpleType.UINT,
            ListType.create(SimpleType.DOUBLE),
            ListType.create(SimpleType.TIMESTAMP),
            MapType.create(SimpleType.STRING, SimpleType.DOUBLE));

    @Test
    void haveOneForEachOverload() {
        var declared =
                new TreeSet<>(DeclaredOverload.all().map(DeclaredOverload::id).toList());

        var available = new TreeSet<>(Functions.overloads());

        available.addAll(SAID_OTHERWISE);
        available.removeIf(id -> id.startsWith(WITHOUT_NAME));
        assertThat(available).isEqualTo(declared);
    }

    static Stream<Arguments> overloads() {
        var ofOurRules = Declarations.ALL.stream()
                .flatMap(function -> function.overloads().stream())
                .map(CelOverloadDecl::overloadId)
                .collect(Collectors.toSet());
        return DeclaredOverload.all()
                .filter(overload -> !SAID_OTHERWISE.contains(overload.id()) && !ofOurRules.contains(overload.id()))
                .flatMap(overload ->
                        types(overload).stream().map(type -> Arguments.of(overload, overload.parameters(type))));
    }

    private static List<CelType> types(DeclaredOverload overload) {
        if (!overload.isOpen()) {
            return List.of(SimpleType.DYN);
        }
        return overload.id().endsWith("_map") ? KEYS : OPEN;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("overloads")
    void returnWhatDevCelDoes(DeclaredOverload overload, List<CelType> types)
            throws CelValidationException, CelEvaluationException {
        var program = program(overload, types);
        var function = Functions.find(
                        overload.id(),
                        types.stream().map(type -> Types.of(type).orElseThrow()).toList())
                .orElseThrow();
        var values = new Values(SEED + overload.id().hashCode());

        for (var i = 0; i < EVALUATIONS; i++) {
            var arguments = types.stream().map(values::of).toList();
            assertThat(result(function, arguments))
                    .as("%s of %s, seed %d, evaluation %d", overload.expression(), arguments, SEED, i)
                    .isEqualTo(result(program, overload, types, arguments));
        }
    }

    private static Program program(DeclaredOverload overload, List<CelType> types)
            throws CelValidationException, CelEvaluationException {
        var compiler = CEL.toCelBuilder();
        for (var i = 0; i < types.size(); i++) {
            compiler.addVar(overload.variables().get(i), types.get(i));
        }
        var cel = compiler.build();
        return cel.createProgram(cel.compile(overload.expression()).getAst());
    }

    private static Object result(
            Program program, DeclaredOverload overload, List<CelType> types, List<Object> arguments) {
        var variables = new HashMap<String, Object>();
        for (var i = 0; i < types.size(); i++) {
            variables.put(overload.variables().get(i), Values.celForm(arguments.get(i), types.get(i)));
        }
        try {
            return Values.comparable(program.eval(variables));
        } catch (CelEvaluationException failure) {
            return FAILURE;
        }
    }

    private static Object result(Function function, List<Object> arguments) {
        try {
            return Values.comparable(function.method().invoke(null, arguments.toArray()));
        } catch (InvocationTargetException e) {
            assertThat(e).hasCauseInstanceOf(EvaluationException.class);
            assertThat(function.mayFail()).as("%s may fail", function).isTrue();
            return FAILURE;
        } catch (IllegalAccessException e) {
            throw new AssertionError(function + " is not public", e);
        }
    }
}
