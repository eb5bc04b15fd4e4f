package dev.postroad.compiler.constraint;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** What the constraints of a contract must keep. */
public final class ConstraintRules {
    static final Rule TYPE = Rule.error(
                    "constraint-type",
                    "A constraint fits the type of its field",
                    "protovalidate refuses every message whose type has such a constraint, valid or not.")
            .showing("""
                    // How many.
                    int32 count = 2 [(buf.validate.field).string.min_len = 1];
                    """, """
                    // How many.
                    int32 count = 2 [(buf.validate.field).int32.gt = 0];
                    """);

    static final Rule CONTRADICTION = Rule.error(
                    "constraint-contradiction",
                    "The constraints of a field do not contradict each other",
                    "Where they do, no message can be published, or a value that is listed is never accepted.")
            .showing("""
                    // The article.
                    string article = 2 [(buf.validate.field).string = {min_len: 10, max_len: 5}];
                    """, """
                    // The article.
                    string article = 2 [(buf.validate.field).string = {min_len: 5, max_len: 10}];
                    """);

    static final Rule INVERTED = Rule.warning(
                    "constraint-inverted",
                    "The lower bound of a range is below its upper bound",
                    "protovalidate reads the two the other way round as 'outside of both', which is seldom meant.")
            .showing("""
                    // In percent.
                    int32 discount = 2 [(buf.validate.field).int32 = {gte: 100, lte: 0}];
                    """, """
                    // In percent.
                    int32 discount = 2 [(buf.validate.field).int32 = {gte: 0, lte: 100}];
                    """);

    static final Rule USELESS = Rule.warning(
                    "constraint-useless",
                    "A constraint can refuse something",
                    "One that cannot was meant to say something else.")
            .showing("""
                    // A remark.
                    optional string remark = 2 [(buf.validate.field).string.min_len = 0];
                    """, """
                    // A remark.
                    optional string remark = 2 [(buf.validate.field).string.min_len = 1];
                    """);

    static final Rule ONEOF = Rule.error(
                    "constraint-oneof",
                    "A message's oneof constraint names fields of the message, each once",
                    "protovalidate refuses every message whose type has such a constraint.")
            .showing("""
                    // Who ordered.
                    message Buyer {
                      option (buf.validate.message).oneof = { fields: ["customer_id", "guest"] };
                      // The customer's number.
                      optional string customer_id = 1;
                    }
                    """, """
                    // Who ordered.
                    message Buyer {
                      option (buf.validate.message).oneof = { fields: ["customer_id", "guest_id"] };
                      // The customer's number.
                      optional string customer_id = 1;
                      // The guest's number.
                      optional string guest_id = 2;
                    }
                    """);

    static final Rule PATTERN = Rule.error(
                    "constraint-pattern",
                    "A pattern is a regular expression in RE2's syntax",
                    "protovalidate refuses every message whose type has another. RE2 knows neither look-around nor"
                            + " back-references.")
            .showing("""
                    // The article.
                    string article = 2 [(buf.validate.field).string.pattern = "^(?!x)[a-z]+$"];
                    """, """
                    // The article.
                    string article = 2 [(buf.validate.field).string.pattern = "^[a-wyz][a-z]*$"];
                    """);

    static final Rule KNOWN = Rule.error(
                    "constraint-known",
                    "A rule that a field sets is protovalidate's, or an imported file predefines it",
                    "Only a file that is imported, and not for its options alone, is there where messages are checked;"
                            + " protovalidate refuses every message whose type has a rule that it does not know.")
            .showing("""
                    // contracts/orders/rules.proto
                    edition = "2023";
                    package orders.v1;

                    import "buf/validate/validate.proto";

                    extend buf.validate.StringRules {
                      // Begins with a capital.
                      bool capital = 80048952 [(buf.validate.predefined).cel = {
                        id: "capital" message: "it begins with a capital" expression: "!rule || this.matches('^[A-Z]')"
                      }];
                    }
                    // contracts/orders/customer.proto
                    edition = "2024";
                    package orders.v1;

                    import option "buf/validate/validate.proto";
                    import option "orders/rules.proto";

                    // A customer.
                    message Customer {
                      // The customer's city.
                      string city = 1 [(buf.validate.field).string.(orders.v1.capital) = true];
                    }
                    """, """
                    // contracts/orders/rules.proto
                    edition = "2023";
                    package orders.v1;

                    import "buf/validate/validate.proto";

                    extend buf.validate.StringRules {
                      // Begins with a capital.
                      bool capital = 80048952 [(buf.validate.predefined).cel = {
                        id: "capital" message: "it begins with a capital" expression: "!rule || this.matches('^[A-Z]')"
                      }];
                    }
                    // contracts/orders/customer.proto
                    edition = "2024";
                    package orders.v1;

                    import "orders/rules.proto";
                    import option "buf/validate/validate.proto";

                    // A customer.
                    message Customer {
                      // The customer's city.
                      string city = 1 [(buf.validate.field).string.(orders.v1.capital) = true];
                    }
                    """);

    static final Rule PREDEFINED = Rule.error(
                    "constraint-predefined",
                    "An extension of protovalidate's rules says what it asks for",
                    "Without an expression in its option predefined, a field that has it is checked for nothing.")
            .showing("""
                    syntax = "proto2";
                    package orders.v1;

                    import "buf/validate/validate.proto";

                    extend buf.validate.StringRules {
                      // Begins with a capital.
                      optional bool capital = 80048952;
                    }
                    """, """
                    syntax = "proto2";
                    package orders.v1;

                    import "buf/validate/validate.proto";

                    extend buf.validate.StringRules {
                      // Begins with a capital.
                      optional bool capital = 80048952 [(buf.validate.predefined).cel = {
                        id: "capital" message: "it begins with a capital" expression: "!rule || this.matches('^[A-Z]')"
                      }];
                    }
                    """);

    static final Rule UNCHECKED = Rule.error(
                    "constraint-unchecked",
                    "A constraint stands at a field of a message, not at an extension",
                    "protovalidate looks at the fields that a message declares itself: what an extension must keep is checked"
                            + " nowhere.")
            .showing("""
                    // postroad:allow message-extension Other teams add to a customer.
                    syntax = "proto2";
                    package orders.v1;

                    import "buf/validate/validate.proto";

                    // A customer.
                    message Customer {
                      extensions 100 to 199;
                    }

                    extend Customer {
                      // The customer's city.
                      optional string city = 100 [(buf.validate.field).string.min_len = 1];
                    }
                    """, """
                    syntax = "proto2";
                    package orders.v1;

                    import "buf/validate/validate.proto";

                    // A customer.
                    message Customer {
                      // The customer's city.
                      optional string city = 1 [(buf.validate.field).string.min_len = 1];
                    }
                    """);

    static final Rule CEL_COMPILES = Rule.error(
                    "cel-compiles",
                    "A CEL rule is an expression that yields a bool or a string",
                    "protovalidate refuses every message whose type has another.")
            .showing("""
                    // Cents.
                    int64 total = 2 [(buf.validate.field).cel = {
                      id: "total" message: "an order costs something" expression: "this > '0'"
                    }];
                    """, """
                    // Cents.
                    int64 total = 2 [(buf.validate.field).cel = {
                      id: "total" message: "an order costs something" expression: "this > 0"
                    }];
                    """);

    static final Rule CEL_COMPILED = Rule.warning(
                    "cel-compiled",
                    "A CEL rule can be compiled",
                    "A generated check takes nanoseconds. With one rule that cannot be compiled protovalidate checks the"
                            + " whole message, in microseconds, and every service that publishes it needs the library.")
            .showing("""
                    // The country.
                    string country = 2 [(buf.validate.field).cel = {
                      id: "country" message: "we sell in two countries" expression: "dyn(this) in ['AT', 'CH']"
                    }];
                    """, """
                    // The country.
                    string country = 2 [(buf.validate.field).cel = {
                      id: "country" message: "we sell in two countries" expression: "this in ['AT', 'CH']"
                    }];
                    """);

    static final Rule CEL_ID = Rule.error(
                    "cel-id",
                    "A CEL rule has an id of its own",
                    "Refusals, counters and approvals name the rule by it.")
            .showing("""
                    // Cents.
                    int64 total = 2 [
                      (buf.validate.field).cel = { id: "total" message: "not negative" expression: "this >= 0" },
                      (buf.validate.field).cel = { id: "total" message: "not too much" expression: "this < 1000" }
                    ];
                    """, """
                    // Cents.
                    int64 total = 2 [
                      (buf.validate.field).cel = { id: "total.least" message: "not negative" expression: "this >= 0" },
                      (buf.validate.field).cel = { id: "total.most" message: "not too much" expression: "this < 1000" }
                    ];
                    """);

    static final Rule CEL_MESSAGE = Rule.warning(
                    "cel-message",
                    "A CEL rule that yields a bool has a message",
                    "Whoever is refused reads the message; without one they read the expression.")
            .showing("""
                    // Cents.
                    int64 total = 2 [(buf.validate.field).cel = { id: "total" expression: "this >= 0" }];
                    """, """
                    // Cents.
                    int64 total = 2 [(buf.validate.field).cel = {
                      id: "total" message: "an order does not cost less than nothing" expression: "this >= 0"
                    }];
                    """);

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            TYPE,
            CONTRADICTION,
            INVERTED,
            USELESS,
            ONEOF,
            PATTERN,
            KNOWN,
            PREDEFINED,
            UNCHECKED,
            CEL_COMPILES,
            CEL_COMPILED,
            CEL_ID,
            CEL_MESSAGE);

    private ConstraintRules() {}
}
