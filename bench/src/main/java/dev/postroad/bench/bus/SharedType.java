package dev.postroad.bench.bus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message that several contracts import, alone in its file. */
record SharedType(String packageName, String name) {
    private static final List<String> EVERYWHERE = List.of(
            "Money",
            "Amount",
            "Position",
            "Period",
            "Document",
            "Device",
            "Vehicle",
            "Parcel",
            "Tariff",
            "Account",
            "Measure",
            "Batch",
            "Schedule",
            "Session",
            "Branch",
            "Employee",
            "Machine",
            "Shelf",
            "Ticket",
            "Voucher");

    /** The one that each domain has for itself. */
    private static final String OF_DOMAIN = "Subject";

    /** Those of every domain, and one for each domain. */
    static List<SharedType> all(List<String> domains) {
        return Stream.concat(
                        EVERYWHERE.stream().map(name -> new SharedType("shared", name)),
                        domains.stream().map(domain -> new SharedType(domain, OF_DOMAIN)))
                .toList();
    }

    static SharedType of(String domain) {
        return new SharedType(domain, OF_DOMAIN);
    }

    /** The file of a type, by its full name. */
    static String fileOf(String fullName) {
        var parts = fullName.split("\\.");
        return "%s/%s.proto".formatted(parts[0], parts[2].toLowerCase(Locale.ROOT));
    }

    String fullName() {
        return "%s.v1.%s".formatted(packageName, name);
    }

    String file() {
        return fileOf(fullName());
    }

    /** The field of a contract that holds it. */
    SyntheticField field(int number, boolean required) {
        return new SyntheticField(
                number,
                fullName(),
                name.toLowerCase(Locale.ROOT),
                "The %s that it is about.".formatted(name.toLowerCase(Locale.ROOT)),
                required ? "required = true" : "",
                "",
                false);
    }

    String source() {
        var text = Map.of("package", packageName, "name", name, "prefix", name.toUpperCase(Locale.ROOT));
        return TEMPLATE.lines().map(line -> replaced(line, text)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String replaced(String line, Map<String, String> text) {
        var result = line;
        for (var entry : text.entrySet()) {
            result = result.replace("<" + entry.getKey() + ">", entry.getValue());
        }
        return result;
    }

    private static final String TEMPLATE = """
            syntax = "proto3";

            package <package>.v1;

            import "buf/validate/validate.proto";
            import "google/protobuf/timestamp.proto";

            option java_multiple_files = true;
            option java_package = "com.example.<package>.v1";

            // A <name>, as several contracts hold it.
            message <name> {
              // The number that it is known by.
              string code = 1 [(buf.validate.field).string = {min_len: 1, max_len: 64}];

              // How it is called in lists.
              optional string title = 2;

              // Which kind it is of.
              <name>Kind kind = 3 [(buf.validate.field).enum.defined_only = true];

              // How many there are of it.
              int64 units = 4 [(buf.validate.field).int64.gte = 0];

              // Since when it is as it is.
              google.protobuf.Timestamp since = 5;
            }

            // The kinds of it.
            enum <name>Kind {
              <prefix>_KIND_UNSPECIFIED = 0;
              // The usual one.
              <prefix>_KIND_REGULAR = 1;
              // One that somebody made an exception for.
              <prefix>_KIND_SPECIAL = 2;
            }
            """;
}
