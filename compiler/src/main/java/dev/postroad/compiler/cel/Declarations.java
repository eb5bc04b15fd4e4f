package dev.postroad.compiler.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.BYTES;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.UINT;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import java.util.List;
import java.util.stream.Stream;

/** The functions that protovalidate 1.3.0 adds to CEL. */
final class Declarations {
    static final List<CelFunctionDecl> ALL = List.of(
            function(
                    "getField",
                    CelOverloadDecl.newGlobalOverload("get_field_any_string", SimpleType.DYN, SimpleType.ANY, STRING)),
            function("isIp", test("is_ip_unary", STRING), test("is_ip", STRING, INT)),
            function(
                    "isIpPrefix",
                    test("is_ip_prefix", STRING),
                    test("is_ip_prefix_int", STRING, INT),
                    test("is_ip_prefix_bool", STRING, BOOL),
                    test("is_ip_prefix_int_bool", STRING, INT, BOOL)),
            function("isUri", test("is_uri", STRING)),
            function("isUriRef", test("is_uri_ref", STRING)),
            function("isEmail", test("is_email", STRING)),
            function("isHostname", test("is_hostname", STRING)),
            function("isHostAndPort", test("string_bool_is_host_and_port_bool", STRING, BOOL)),
            function(
                    "matches",
                    CelOverloadDecl.newGlobalOverload("matches", BOOL, STRING, STRING),
                    test("matches_string", STRING, STRING)),
            function("startsWith", test("starts_with_bytes", BYTES, BYTES)),
            function("endsWith", test("ends_with_bytes", BYTES, BYTES)),
            function("contains", test("contains_bytes", BYTES, BYTES)),
            function("isNan", test("is_nan", DOUBLE)),
            function("isInf", test("is_inf_unary", DOUBLE), test("is_inf_binary", DOUBLE, INT)),
            function("unique", unique()),
            function(
                    "format",
                    CelOverloadDecl.newMemberOverload(
                            "format_list_dyn", STRING, STRING, ListType.create(SimpleType.DYN))));

    /** Those, and what dev.cel's extension for strings has. */
    static final List<CelFunctionDecl> ADDED = Stream.concat(ALL.stream(), CelExtensions.strings().functions().stream())
            .toList();

    private Declarations() {}

    private static CelFunctionDecl function(String name, CelOverloadDecl... overloads) {
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    private static CelOverloadDecl test(String id, CelType... parameters) {
        return CelOverloadDecl.newMemberOverload(id, BOOL, parameters);
    }

    private static CelOverloadDecl[] unique() {
        return Stream.of(BOOL, BYTES, DOUBLE, INT, STRING, UINT)
                .map(type -> test("unique_list_" + type.name(), ListType.create(type)))
                .toArray(CelOverloadDecl[]::new);
    }
}
