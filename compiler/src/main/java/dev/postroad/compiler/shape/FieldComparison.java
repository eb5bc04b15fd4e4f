package dev.postroad.compiler.shape;

import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FieldDescriptor.Type;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.limit.ConstraintDifference;
import dev.postroad.compiler.limit.Constraints;
import dev.postroad.compiler.limit.Direction;
import dev.postroad.contract.language.ContractLanguage;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.List;

/** Compares two versions of a field that has its number. Used once. */
final class FieldComparison {
    private final FieldDescriptor before;
    private final FieldDescriptor after;
    private final TypeNames names;
    private final List<Change> changes;

    FieldComparison(FieldDescriptor before, FieldDescriptor after, TypeNames names, List<Change> changes) {
        this.before = before;
        this.after = after;
        this.names = names;
        this.changes = changes;
    }

    void compare() {
        // An extension's name in JSON is its full name.
        if (!before.isExtension() && !before.getJsonName().equals(after.getJsonName())) {
            add(
                    ShapeRules.JSON_NAME_CHANGED,
                    "field '%s' is \"%s\" in JSON and was \"%s\""
                            .formatted(FieldNames.of(before), after.getJsonName(), before.getJsonName()),
                    "keep json_name = \"%s\"".formatted(before.getJsonName()),
                    Breakage.JSON_READERS);
        }
        compareAllButNames();
    }

    void compareAllButNames() {
        if (before.isRepeated() != after.isRepeated() || before.isMapField() != after.isMapField()) {
            cardinality();
        } else if (before.isMapField()) {
            type(mapPart(before, 0), mapPart(after, 0), "the keys of ");
            type(mapPart(before, 1), mapPart(after, 1), "the values of ");
            utf8(mapPart(before, 0), mapPart(after, 0), "the keys of ");
            utf8(mapPart(before, 1), mapPart(after, 1), "the values of ");
        } else {
            type(before, after, "");
            presence();
        }
        defaultValue();
        utf8(before, after, "");
        personalData();
        constraints();
    }

    private static FieldDescriptor mapPart(FieldDescriptor map, int index) {
        return map.getMessageType().getFields().get(index);
    }

    private void cardinality() {
        add(
                ShapeRules.CARDINALITY,
                "field '%s' was %s and is %s"
                        .formatted(FieldNames.of(before), FieldTypes.text(before), FieldTypes.text(after)),
                "add a field with a new number and name, deprecate this one, and delete it once nobody reads it",
                Breakage.values());
    }

    private void type(FieldDescriptor old, FieldDescriptor fresh, String part) {
        var change = FieldTypes.change(old, fresh, names);
        if (change.isPresent()) {
            var note = change.get().note();
            add(
                    change.get().isReadable() ? ShapeRules.TYPE_CONVERTED : ShapeRules.TYPE_CHANGED,
                    "%sfield '%s' %s %s and %s %s%s"
                            .formatted(
                                    part,
                                    FieldNames.of(before),
                                    part.isEmpty() ? "was" : "were",
                                    FieldTypes.type(old),
                                    part.isEmpty() ? "is" : "are",
                                    FieldTypes.type(fresh),
                                    note.isEmpty() ? "" : "; " + note),
                    "add a field with a new number and name, deprecate this one, and delete it once nobody reads it",
                    change.get().breaks().toArray(Breakage[]::new));
        }
    }

    private void presence() {
        if (before.isRequired() != after.isRequired()) {
            required();
        } else if (isPlain(before) && isPlain(after) && before.hasPresence() && !after.hasPresence()) {
            add(
                    ShapeRules.PRESENCE_LOST,
                    "field '%s' could be told from unset, and cannot any more".formatted(FieldNames.of(before)),
                    "keep 'optional'",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_CONSUMERS,
                    Breakage.SOURCE_CODE);
        } else if (isPlain(before) && isPlain(after) && !before.hasPresence() && after.hasPresence()) {
            add(
                    ShapeRules.PRESENCE_GAINED,
                    "field '%s' can be told from unset, and could not".formatted(FieldNames.of(before)),
                    "add an optional field with a new number, or make sure that no reader needs the difference",
                    Breakage.OLD_CONSUMERS,
                    Breakage.JSON_READERS);
        }
    }

    private static boolean isPlain(FieldDescriptor field) {
        return !field.isRepeated() && field.getRealContainingOneof() == null && field.getJavaType() != JavaType.MESSAGE;
    }

    private void required() {
        add(
                ShapeRules.REQUIRED_CHANGED,
                after.isRequired()
                        ? "field '%s' is required, and was not".formatted(FieldNames.of(before))
                        : "field '%s' was required, and is not".formatted(FieldNames.of(before)),
                "leave it as it is; ask for a value by (buf.validate.field).required in a new major version",
                after.isRequired()
                        ? new Breakage[] {Breakage.STORED_MESSAGES, Breakage.OLD_PRODUCERS}
                        : new Breakage[] {Breakage.OLD_CONSUMERS});
    }

    private void defaultValue() {
        // A type that has changed is another cause; and messages, lists and maps have no default.
        if (before.getType() != after.getType()
                || before.isRepeated()
                || after.isRepeated()
                || before.getJavaType() == JavaType.MESSAGE) {
            return;
        }
        var hadOrHas = before.hasDefaultValue() || after.hasDefaultValue();
        var was = String.valueOf(before.getDefaultValue());
        var is = String.valueOf(after.getDefaultValue());
        if (hadOrHas && !was.equals(is)) {
            add(
                    ShapeRules.DEFAULT_CHANGED,
                    "the default of field '%s' was %s and is %s"
                            .formatted(FieldNames.of(before), quoted(was), quoted(is)),
                    "keep the default",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.OLD_CONSUMERS);
        }
    }

    private static String quoted(String value) {
        return "'" + value + "'";
    }

    private void utf8(FieldDescriptor old, FieldDescriptor fresh, String part) {
        if (old.getType() == Type.STRING
                && fresh.getType() == Type.STRING
                && Utf8.isChecked(old) != Utf8.isChecked(fresh)) {
            var is = part.isEmpty() ? "is" : "are";
            var was = part.isEmpty() ? "was" : "were";
            add(
                    ShapeRules.UTF8_CHANGED,
                    Utf8.isChecked(fresh)
                            ? "%sfield '%s' %s checked for UTF-8, and %s not"
                                    .formatted(part, FieldNames.of(before), is, was)
                            : "%sfield '%s' %s checked for UTF-8, and %s not"
                                    .formatted(part, FieldNames.of(before), was, is),
                    "leave the check as it is, by features.utf8_validation",
                    Utf8.isChecked(fresh)
                            ? new Breakage[] {Breakage.STORED_MESSAGES, Breakage.OLD_PRODUCERS}
                            : new Breakage[] {Breakage.OLD_CONSUMERS});
        }
    }

    private void personalData() {
        var was = before.getOptions().getExtension(ContractLanguage.personalData);
        var is = after.getOptions().getExtension(ContractLanguage.personalData);
        if (was && !is) {
            add(
                    ShapeRules.PERSONAL_DATA_REMOVED,
                    "field '%s' is not marked as personal data any more: it is shown unmasked"
                            .formatted(FieldNames.of(before)),
                    "keep (postroad.personal_data) = true; if the data ceased to be personal, use a new field",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_CONSUMERS);
        } else if (is && !was) {
            add(
                    ShapeRules.PERSONAL_DATA_ADDED,
                    "field '%s' is marked as personal data, and was not".formatted(FieldNames.of(before)),
                    "tell the subscribers: copies, logs and tables that hold it have to be looked at",
                    Breakage.OLD_CONSUMERS);
        }
    }

    private void constraints() {
        if (before.isRepeated() != after.isRepeated() || before.isMapField() != after.isMapField()) {
            return;
        }
        var old = rules(before);
        var fresh = rules(after);
        var differences = new ArrayList<>(Constraints.ofField(old, fresh));
        definedValues(fresh, differences);
        ConstraintChanges.of(before, after, differences, changes);
    }

    /** A rule that a value be defined has changed with the values. */
    private void definedValues(FieldRules fresh, List<ConstraintDifference> differences) {
        if (before.getType() != Type.ENUM || after.getType() != Type.ENUM) {
            return;
        }
        var rules = fresh.hasRepeated() ? fresh.getRepeated().getItems() : fresh;
        var gone = before.getEnumType().getValues().stream()
                .filter(value -> after.getEnumType().findValueByNumber(value.getNumber()) == null)
                .map(value -> value.getName() + " (" + value.getNumber() + ")")
                .distinct()
                .toList();
        if (rules.getEnum().getDefinedOnly() && !gone.isEmpty()) {
            differences.add(new ConstraintDifference(
                    Direction.TIGHTENED, "defined_only refuses what is deleted: " + String.join(", ", gone)));
        }
    }

    /** protovalidate does not look at extensions. */
    private static FieldRules rules(FieldDescriptor field) {
        return field.isExtension() ? FieldRules.getDefaultInstance() : ValidationRules.of(field);
    }

    private void add(Rule rule, String message, String fix, Breakage... breaks) {
        changes.add(Change.of(rule, before, after, message, fix, breaks));
    }
}
