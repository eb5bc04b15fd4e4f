package dev.postroad.bench.bus;

import java.util.List;
import java.util.Locale;

/** The types that a contract's message holds within itself. */
final class Nested {
    private static final String LINE = """

              // A part of it.
              message Line {
                // The article.
                string article = 1 [(buf.validate.field).string = {min_len: 4, max_len: 40}];

                // How many pieces.
                int32 pieces = 2 [(buf.validate.field).int32 = {gte: 1, lte: 10000}];

                // What one piece costs, in the currency's smallest unit.
                int64 unit_price_minor = 3 [(buf.validate.field).int64.gte = 0];

                // What the clerk wrote about it.
                optional string remark = 4;
              }
            """;

    private static final String ORIGIN = """

              // The program that said so, and which release of it.
              message Origin {
                // The program.
                string program = 1 [(buf.validate.field).string.min_len = 1];

                // Its release.
                optional string release = 2;

                // The machine that it ran on.
                optional string machine = 3;
              }
            """;

    private static final String CHANNEL = """

              // The ways to come by.
              enum Channel {
                CHANNEL_UNSPECIFIED = 0;
                // On the web.
                CHANNEL_WEB = 1;
                // By the app.
                CHANNEL_APP = 2;
                // In a branch.
                CHANNEL_BRANCH = 3;
              }
            """;

    private Nested() {}

    /** The source of the types that the fields use. */
    static String of(List<SyntheticField> fields, List<String> states) {
        var source = new StringBuilder();
        for (var field : fields) {
            source.append(
                    switch (field.type()) {
                        case "repeated Line" -> LINE;
                        case "Origin" -> ORIGIN;
                        case "Channel" -> CHANNEL;
                        case "Status" -> status(states);
                        default -> "";
                    });
        }
        return source.toString();
    }

    private static String status(List<String> states) {
        var source = new StringBuilder("\n  // How far it can be.\n  enum Status {\n    STATUS_UNSPECIFIED = 0;\n");
        for (var number = 1; number <= states.size(); number++) {
            var state = states.get(number - 1);
            source.append(
                    "    // It is %s.\n    STATUS_%s = %d;\n".formatted(state, state.toUpperCase(Locale.ROOT), number));
        }
        return source.append("  }\n").toString();
    }
}
