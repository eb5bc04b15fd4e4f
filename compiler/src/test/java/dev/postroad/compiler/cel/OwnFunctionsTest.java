package dev.postroad.compiler.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.postroad.compiler.celsubject.OwnFunctions;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Type;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.check.Violation;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The functions that protovalidate adds to CEL, compared with its own; those of formats have a test in their room. */
class OwnFunctionsTest {
    private static final long SEED = 20261125;
    private static final int MESSAGES = 2_000;

    private static final Map<String, List<String>> ARGUMENTS = Map.ofEntries(
            Map.entry("starts_with_bytes", List.of("raw", "part")),
            Map.entry("ends_with_bytes", List.of("raw", "part")),
            Map.entry("contains_bytes", List.of("raw", "part")),
            Map.entry("is_nan", List.of("real")),
            Map.entry("is_inf_unary", List.of("real")),
            Map.entry("is_inf_binary", List.of("real", "sign")),
            Map.entry("unique_list_bool", List.of("bools")),
            Map.entry("unique_list_bytes", List.of("raws")),
            Map.entry("unique_list_double", List.of("reals")),
            Map.entry("unique_list_int", List.of("ints")),
            Map.entry("unique_list_string", List.of("texts")),
            Map.entry("unique_list_uint", List.of("uints")));

    private final Values values = new Values(SEED);

    @Test
    void returnWhatThoseOfProtovalidateDo() throws ReflectiveOperationException {
        var check = new ProtovalidateCheck<OwnFunctions>(OwnFunctions.getDescriptor());

        for (var i = 0; i < MESSAGES; i++) {
            var message = message();
            var broken = check.violations(message).stream().map(Violation::rule).collect(Collectors.toSet());
            for (var overload : ARGUMENTS.entrySet()) {
                assertThat(result(overload, message))
                        .as("%s of %s, seed %d, message %d", overload.getKey(), message, SEED, i)
                        .isEqualTo(!broken.contains(overload.getKey()));
            }
        }
    }

    @Test
    void areAllCompared() {
        var declared = Declarations.ALL.stream()
                .flatMap(function -> function.overloads().stream())
                .map(CelOverloadDecl::overloadId)
                .filter(Functions.overloads()::contains)
                .filter(id -> !id.startsWith("is_") || id.equals("is_nan") || id.startsWith("is_inf"))
                .filter(id -> !id.equals("string_bool_is_host_and_port_bool"));

        assertThat(ARGUMENTS.keySet()).containsExactlyInAnyOrderElementsOf(declared.toList());
    }

    private static Object result(Entry<String, List<String>> overload, OwnFunctions message)
            throws ReflectiveOperationException {
        var fields = overload.getValue().stream()
                .map(OwnFunctions.getDescriptor()::findFieldByName)
                .toList();
        return Functions.find(overload.getKey(), fields.stream().map(Type::of).toList())
                .orElseThrow()
                .method()
                .invoke(null, fields.stream().map(message::getField).toArray());
    }

    private OwnFunctions message() {
        var message = OwnFunctions.newBuilder();
        for (var field : OwnFunctions.getDescriptor().getFields()) {
            var one = switch (field.getJavaType()) {
                case BOOLEAN -> SimpleType.BOOL;
                case BYTE_STRING -> SimpleType.BYTES;
                case DOUBLE -> SimpleType.DOUBLE;
                case LONG -> SimpleType.INT;
                default -> SimpleType.STRING;
            };
            message.setField(field, values.of(field.isRepeated() ? ListType.create(one) : one));
        }
        return message.build();
    }
}
