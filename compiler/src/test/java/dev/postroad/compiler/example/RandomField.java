package dev.postroad.compiler.example;

import java.util.List;
import java.util.Random;

/** Fields with rules that some value satisfies. */
final class RandomField {
    private static final List<String> STRINGS = List.of(
            "email: true",
            "uuid: true",
            "tuuid: true",
            "uri: true",
            "uri_ref: true",
            "hostname: true",
            "ip: true",
            "ipv4: true",
            "ipv6: true",
            "address: true",
            "ip_with_prefixlen: true",
            "ipv6_with_prefixlen: true",
            "ip_prefix: true",
            "ipv6_prefix: true",
            "host_and_port: true",
            "ulid: true",
            "protobuf_fqn: true",
            "protobuf_dot_fqn: true",
            "well_known_regex: KNOWN_REGEX_HTTP_HEADER_NAME",
            "const: \"a|b\"",
            "in: [\"x\", \"y\"]",
            "not_in: [\"example\", \"\"]",
            "len: 7",
            "min_len: 30",
            "max_len: 2",
            "min_len: 3 max_len: 5",
            "len_bytes: 9",
            "min_bytes: 20 max_bytes: 25",
            "prefix: \"ab\" suffix: \"yz\"",
            "contains: \"mid\" not_contains: \"q\"",
            "prefix: \"https://\" min_len: 40",
            "email: true min_len: 25",
            "pattern: \"^[A-Z]{3}-[0-9]{4,6}$\"",
            "pattern: \"^(a|bc)+[^x]?$\" max_len: 4",
            "pattern: \"^\\\\p{Lu}\\\\w*(?: \\\\d{2})?$\"",
            "pattern: \"(?i)^abc[[:digit:]]$\"",
            "example: \"sample text\" min_len: 5",
            "pattern: \"^[0-9a-f]{40}$\"",
            "pattern: \"^\\\\+?[1-9][0-9]{7,14}$\"");
    private static final List<String> NUMBERS = List.of(
            "gt: 0",
            "gte: 5 lte: 5",
            "gt: 5 lt: 7",
            "lt: 3",
            "gt: 100 lt: 3",
            "in: [9, 11]",
            "not_in: [1, 2, 3]",
            "const: 4",
            "gte: 90 lt: 95 not_in: [90, 91]",
            "lte: 1",
            "example: 77 gt: 70");
    private static final List<String> NUMBER_TYPES = List.of(
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "float",
            "double");
    private static final List<String> OTHERS = List.of(
            "bytes %s [(buf.validate.field).bytes = { len: 12 prefix: \"ab\" }];",
            "bytes %s [(buf.validate.field).bytes.ip = true];",
            "bytes %s [(buf.validate.field).bytes.ipv6 = true];",
            "bytes %s [(buf.validate.field).bytes.uuid = true];",
            "bytes %s [(buf.validate.field).bytes.pattern = \"^[a-c]{4}$\"];",
            "bytes %s [(buf.validate.field).bytes = { min_len: 3 suffix: \"z\" contains: \"m\" }];",
            "bool %s [(buf.validate.field).bool.const = false];",
            "Color %s [(buf.validate.field).enum = { defined_only: true not_in: [0] }];",
            "Color %s [(buf.validate.field).enum.in = 5];",
            "Color %s [(buf.validate.field).enum.const = 9];",
            "optional string %s [(buf.validate.field).required = true];",
            "int32 %s [(buf.validate.field).required = true];",
            "repeated string %s [(buf.validate.field).repeated = { min_items: 12 unique: true items: { string: { max_len: 12 min_len: 2 } } }];",
            "repeated int32 %s [(buf.validate.field).repeated = { min_items: 3 max_items: 5 unique: true items: { int32: { gt: 10 } } }];",
            "repeated Color %s [(buf.validate.field).repeated = { min_items: 2 items: { enum: { not_in: [0] } } }];",
            "repeated string %s [(buf.validate.field).repeated.max_items = 0];",
            "map<string, int32> %s [(buf.validate.field).map = { min_pairs: 3 keys: { string: { min_len: 4 } } values: { int32: { gt: 3 } } }];",
            "map<int32, string> %s [(buf.validate.field).map = { min_pairs: 2 keys: { int32: { gte: 8 } } values: { string: { email: true } } }];",
            "google.protobuf.Timestamp %s [(buf.validate.field).timestamp.lt_now = true];",
            "google.protobuf.Timestamp %s [(buf.validate.field).timestamp.gt_now = true];",
            "google.protobuf.Timestamp %s [(buf.validate.field).timestamp = { gte: { seconds: 100 } lt: { seconds: 102 } }];",
            "google.protobuf.Timestamp %s [(buf.validate.field).timestamp.within = { seconds: 60 }];",
            "google.protobuf.Duration %s [(buf.validate.field).duration = { gt: { seconds: 1 } lt: { seconds: 2 } }];",
            "google.protobuf.Duration %s [(buf.validate.field).duration.in = { seconds: 17 }];",
            "google.protobuf.StringValue %s [(buf.validate.field).string.email = true];",
            "google.protobuf.Int32Value %s [(buf.validate.field).int32 = { gt: 900 lte: 901 }];",
            "google.protobuf.FieldMask %s [(buf.validate.field).field_mask.in = \"first\"];",
            "google.protobuf.Struct %s [(buf.validate.field).required = true];",
            "google.protobuf.Any %s [(buf.validate.field).any.in = \"type.googleapis.com/google.protobuf.Duration\"];",
            "string %s [(buf.validate.field).cel = { id: \"c\" message: \"m\" expression: \"this.startsWith('ab') && this.size() > 4\" }];",
            "int32 %s [(buf.validate.field).cel_expression = \"this %% 12 == 0 && this > 100\"];",
            "oneof choice_%s { option (buf.validate.oneof).required = true; string %s [(buf.validate.field).string.uuid = true]; }");

    private RandomField() {}

    static String text(Random random, int number) {
        var name =
                any(random, List.of("order_id", "email", "url", "name", "count", "created_at", "thing")) + "_" + number;
        var named = name + " = " + number;
        return switch (random.nextInt(3)) {
            case 0 -> "string %s [(buf.validate.field).string = { %s }];".formatted(named, any(random, STRINGS));
            case 1 -> {
                var type = any(random, NUMBER_TYPES);
                yield "%s %s [(buf.validate.field).%s = { %s }];".formatted(type, named, type, any(random, NUMBERS));
            }
            default -> {
                var other = any(random, OTHERS);
                yield other.startsWith("oneof") ? other.formatted(name, named) : other.formatted(named);
            }
        };
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
