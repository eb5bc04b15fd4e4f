package dev.postroad.compiler.shape;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.limit.Constraints;
import dev.postroad.contract.language.ValidationRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two versions of a message. Used once. */
final class MessageComparison {
    private final Descriptor before;
    private final Descriptor after;
    private final TypeNames names;
    private final BothExtensions extensions;
    private final List<Change> changes = new ArrayList<>();

    MessageComparison(Descriptor before, Descriptor after, TypeNames names, BothExtensions extensions) {
        this.before = before;
        this.after = after;
        this.names = names;
        this.extensions = extensions;
    }

    List<Change> changes() {
        if (before.getOptions().getMapEntry()) {
            // The field of the map tells.
            return List.of();
        }
        var kept = new LinkedHashMap<FieldDescriptor, FieldDescriptor>();
        var added = new ArrayList<FieldDescriptor>();
        for (var match : FieldMatch.of(
                extensions.before().withFields(before), extensions.after().withFields(after))) {
            read(match, kept, added);
        }
        changes.addAll(new OneofComparison(before, after, kept).changes());
        changes.addAll(AddedFields.changes(after, added));
        reserved();
        extensionRanges();
        JsonPromise.changes(before, after, changes);
        ConstraintChanges.of(
                before, after, Constraints.ofMessage(ValidationRules.of(before), ValidationRules.of(after)), changes);
        return changes;
    }

    private void read(FieldMatch match, Map<FieldDescriptor, FieldDescriptor> kept, List<FieldDescriptor> added) {
        if (match instanceof FieldMatch.Same same) {
            kept.put(same.before(), same.after());
            new FieldComparison(same.before(), same.after(), names, changes).compare();
        } else if (match instanceof FieldMatch.Renamed renamed) {
            kept.put(renamed.before(), renamed.after());
            renamed(renamed);
        } else if (match instanceof FieldMatch.Added field) {
            added.add(field.after());
        } else if (match instanceof FieldMatch.Deleted deleted) {
            deleted(deleted.before());
        } else {
            changes.add(NumberChanges.of(match));
        }
    }

    private void renamed(FieldMatch.Renamed match) {
        var old = FieldNames.of(match.before());
        var fresh = FieldNames.of(match.after());
        var number = match.before().getNumber();
        changes.add(Change.of(
                ShapeRules.FIELD_RENAMED,
                match.before(),
                match.after(),
                "field '%s' (%d) is called '%s'".formatted(old, number, fresh),
                "keep the name; or add '%s' under a new number, deprecate '%s', and delete it once nobody reads it"
                        .formatted(fresh, old),
                Breakage.JSON_READERS,
                Breakage.SOURCE_CODE));
        new FieldComparison(match.before(), match.after(), names, changes).compareAllButNames();
    }

    private void deleted(FieldDescriptor field) {
        if (field.isExtension()) {
            extensionDeleted(field);
            return;
        }
        var name = field.getName();
        var number = field.getNumber();
        if (field.isRequired()) {
            changes.add(Change.of(
                    ShapeRules.REQUIRED_CHANGED,
                    field,
                    after,
                    "required field '%s' (%d) is gone".formatted(name, number),
                    "keep it; a required field can be deleted only in a new major version of the topic",
                    Breakage.OLD_CONSUMERS,
                    Breakage.SOURCE_CODE));
        }
        var reserved = "reserved %d; reserved \"%s\";".formatted(number, name);
        if (!after.isReservedNumber(number) && after.findFieldByNumber(number) == null) {
            changes.add(Change.of(
                    ShapeRules.NUMBER_NOT_RESERVED,
                    field,
                    after,
                    "field '%s' is gone, and its number %d is not reserved".formatted(name, number),
                    "add: " + reserved,
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.JSON_READERS));
        } else if (!after.isReservedName(name)) {
            changes.add(Change.of(
                    ShapeRules.NAME_NOT_RESERVED,
                    field,
                    after,
                    "field '%s' (%d) is gone, and its name is not reserved".formatted(name, number),
                    "add: " + reserved,
                    Breakage.JSON_READERS));
        }
    }

    private void extensionDeleted(FieldDescriptor extension) {
        var number = extension.getNumber();
        if (!Reservations.of(after.toProto()).hold(number)) {
            changes.add(Change.of(
                    ShapeRules.EXTENSION_DELETED,
                    extension,
                    after,
                    "extension '%s' (%d) is gone".formatted(FieldNames.of(extension), number),
                    "keep it, deprecated; or reserve its number in '%s': extensions %d [declaration = { number: %d reserved: true }];"
                            .formatted(after.getName(), number, number),
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.JSON_READERS,
                    Breakage.SOURCE_CODE));
        }
    }

    private void reserved() {
        var old = before.toProto();
        var fresh = after.toProto();
        var was = Reservations.of(old);
        var is = Reservations.of(fresh);
        var gone = new ArrayList<String>();
        is.freeOf(was.ranges()).forEach(free -> gone.add(free.toString()));
        old.getReservedNameList().stream()
                .filter(name -> !fresh.getReservedNameList().contains(name))
                .forEach(name -> gone.add('"' + name + '"'));
        ReservedChanges.removed(before, after, gone, changes);
        is.freeOf(was.declared()).forEach(free -> ReservedChanges.undeclared(before, after, free, changes));
    }

    private void extensionRanges() {
        var fresh = ranges(after.toProto());
        for (var range : ranges(before.toProto())) {
            range.without(fresh)
                    .forEach(free -> changes.add(Change.of(
                            ShapeRules.EXTENSION_RANGE_REMOVED,
                            before,
                            after,
                            "the extension range %s is gone".formatted(free),
                            "keep it: extensions %s;".formatted(free),
                            Breakage.STORED_MESSAGES,
                            Breakage.OLD_PRODUCERS,
                            Breakage.SOURCE_CODE)));
        }
    }

    private static List<NumberRange> ranges(DescriptorProto message) {
        return message.getExtensionRangeList().stream()
                .map(range -> new NumberRange(range.getStart(), range.getEnd()))
                .toList();
    }
}
