package dev.postroad.compiler.shape;

import dev.postroad.compiler.finding.Rule;
import java.util.List;

/** The rules of messages, fields and oneofs that change. */
public final class ShapeRules {
    /** A type, and with it all that names it. */
    public static final Rule MESSAGE_RENAMED = Rule.error(
            "type-renamed",
            "A message or enum keeps its full name",
            "The name stands in google.protobuf.Any, in JSON's @type, in contract versions, and in the code of whoever"
                    + " uses it.");

    static final Rule NUMBER_NOT_RESERVED = Rule.error(
                    "field-number-not-reserved",
                    "The number of a deleted field is reserved",
                    "Stored messages and old producers still carry the number: a later field with it would read their"
                            + " values as its own.")
            .showing(
                    "message OrderPlaced {\n  // coupon = 4 was here\n}",
                    "message OrderPlaced {\n  reserved 4;\n  reserved \"coupon\";\n}");

    static final Rule NAME_NOT_RESERVED = Rule.error(
            "field-name-not-reserved",
            "The name of a deleted field is reserved",
            "JSON is read by name: a later field with it would read old values as its own.");

    static final Rule FIELD_RENAMED = Rule.error(
            "field-renamed",
            "A field keeps its name",
            "JSON and the generated classes know a field by its name. Whether it still means the same, no tool can see.");

    static final Rule NUMBER_REUSED = Rule.error(
                    "field-number-reused",
                    "A number is used for one field only, for ever",
                    "The bytes of the old field are read as the new one.")
            .showing(
                    "string coupon = 4;  ->  int64 discount = 4;",
                    "reserved 4; reserved \"coupon\"; int64 discount = 9;");

    static final Rule NUMBER_CHANGED = Rule.error(
            "field-number-changed",
            "A field keeps its number",
            "On the wire a field is its number: whoever has the old contract finds nothing, or another field.");

    static final Rule NUMBERS_SWAPPED = Rule.error(
            "field-numbers-swapped",
            "Fields do not trade their numbers",
            "Each is read as the other. Where the types are equal, nothing fails, and every value is wrong.");

    static final Rule TYPE_CHANGED = Rule.error(
            "field-type-changed",
            "A field keeps a type that is written the same way",
            "Whoever has the other contract cannot read the field, or reads something else.");

    static final Rule TYPE_CONVERTED = Rule.error(
            "field-type-converted",
            "A field keeps its type, even where another is written the same way",
            "The bytes can be read, and values outside of the narrower type are cut or refused; JSON and the generated"
                    + " classes change in any case.");

    static final Rule CARDINALITY = Rule.error(
            "field-cardinality-changed",
            "A field stays single, repeated or a map",
            "A reader of a single value keeps the last of many, or none if they are packed; JSON has a list for a value.");

    static final Rule PRESENCE_LOST = Rule.error(
            "field-presence-lost",
            "A field that could be told from unset still can",
            "0 and the empty text are no longer sent: readers that tell unset from empty see unset.");

    static final Rule PRESENCE_GAINED = Rule.warning(
            "field-presence-gained",
            "A field does not begin to tell unset from empty",
            "Who reads with the old contract cannot see the difference; constraints no longer apply to an unset field.");

    static final Rule REQUIRED_CHANGED = Rule.error(
            "field-required-changed",
            "A field does not become required (in Protobuf's sense), nor cease to be",
            "A message without a required field cannot be parsed at all.");

    static final Rule ADDED_REQUIRED = Rule.error(
                    "field-added-required",
                    "A new field may be absent",
                    "Stored messages and those of old producers do not have it, and would be refused.")
            .showing(
                    "string channel = 9 [(buf.validate.field).required = true];",
                    "optional string channel = 9 [(buf.validate.field).string.min_len = 1];");

    static final Rule DEFAULT_CHANGED = Rule.error(
            "field-default-changed",
            "A field keeps its default value",
            "The default is not on the wire: one message is read as two different ones.");

    static final Rule JSON_NAME_CHANGED =
            Rule.error("field-json-name-changed", "A field keeps its JSON name", "JSON is read by this name.");

    static final Rule JSON_NOT_PROMISED = Rule.error(
            "json-not-promised",
            "A type that is written as JSON without conflicts still is",
            "Without that promise two fields may have one name in JSON, and libraries may refuse to write the type.");

    static final Rule UTF8_CHANGED = Rule.warning(
            "field-utf8-changed",
            "A text keeps being checked for UTF-8, or not",
            "Who checks refuses a whole message for one text that is none.");

    static final Rule ONEOF_CHANGED = Rule.error(
            "field-oneof-changed",
            "A field stays in its oneof, and out of others",
            "Of a oneof's fields one survives: a message that sets two loses the first.");

    static final Rule ONEOF_DELETED = Rule.error(
            "oneof-deleted",
            "A oneof with fields that stay is not dissolved",
            "Old readers keep the last of the fields that new producers may now set together.");

    static final Rule ONEOF_RENAMED = Rule.warning(
            "oneof-renamed", "A oneof keeps its name", "It is not on the wire, but the generated classes have it.");

    static final Rule RESERVED_REMOVED = Rule.error(
            "reserved-removed",
            "What is reserved stays reserved",
            "The number or name was in use once, and stored messages or old services may still carry it.");

    static final Rule EXTENSION_DELETED = Rule.error(
                    "extension-deleted",
                    "An extension is kept, or its number is declared as reserved",
                    "Stored messages and old producers still carry its value, which nobody could read; a later extension with"
                            + " the number would read it as its own.")
            .showing(
                    "message OrderPlaced {\n  extensions 100 to 199;\n}",
                    "message OrderPlaced {\n  extensions 100 [declaration = { number: 100 reserved: true }];\n"
                            + "  extensions 101 to 199;\n}");

    static final Rule EXTENSION_RANGE_REMOVED = Rule.error(
            "extension-range-removed",
            "A range of extensions stays",
            "Extensions in it could no longer be read or written.");

    static final Rule PERSONAL_DATA_REMOVED = Rule.error(
                    "personal-data-removed",
                    "A field that is marked as personal data keeps its mark",
                    "What was masked is shown from then on, stored messages included.")
            .showing("string email = 2;", "string email = 2 [(postroad.personal_data) = true];");

    static final Rule PERSONAL_DATA_ADDED = Rule.warning(
            "personal-data-added",
            "A field is marked as personal data from its beginning",
            "Who has handled it so far did not know.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            MESSAGE_RENAMED,
            NUMBER_NOT_RESERVED,
            NAME_NOT_RESERVED,
            FIELD_RENAMED,
            NUMBER_REUSED,
            NUMBER_CHANGED,
            NUMBERS_SWAPPED,
            TYPE_CHANGED,
            TYPE_CONVERTED,
            CARDINALITY,
            PRESENCE_LOST,
            PRESENCE_GAINED,
            REQUIRED_CHANGED,
            ADDED_REQUIRED,
            DEFAULT_CHANGED,
            JSON_NAME_CHANGED,
            JSON_NOT_PROMISED,
            UTF8_CHANGED,
            ONEOF_CHANGED,
            ONEOF_DELETED,
            ONEOF_RENAMED,
            RESERVED_REMOVED,
            EXTENSION_DELETED,
            EXTENSION_RANGE_REMOVED,
            PERSONAL_DATA_REMOVED,
            PERSONAL_DATA_ADDED);

    private ShapeRules() {}
}
