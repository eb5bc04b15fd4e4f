package dev.postroad.compiler.shape;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** Compares two versions of an enum. Used once. */
final class EnumComparison {
    private final EnumDescriptor before;
    private final EnumDescriptor after;
    private final List<Change> changes = new ArrayList<>();

    EnumComparison(EnumDescriptor before, EnumDescriptor after) {
        this.before = before;
        this.after = after;
    }

    List<Change> changes() {
        kind();
        before.getValues().forEach(this::old);
        after.getValues().forEach(this::fresh);
        unset();
        reserved();
        JsonPromise.changes(before, after, changes);
        return changes;
    }

    private void kind() {
        if (before.isClosed() != after.isClosed()) {
            add(
                    EnumChangeRules.KIND_CHANGED,
                    before,
                    after,
                    "enum '%s' is %s, and was not".formatted(before.getName(), after.isClosed() ? "closed" : "open"),
                    "leave it as it is, by features.enum_type",
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_CONSUMERS,
                    Breakage.SOURCE_CODE);
        }
    }

    private void old(EnumValueDescriptor value) {
        var byName = after.findValueByName(value.getName());
        var byNumber = after.findValueByNumber(value.getNumber());
        if (byName != null) {
            if (byName.getNumber() != value.getNumber()) {
                renumbered(value, byName);
            } else {
                alias(value, byNumber);
            }
        } else if (byNumber == null) {
            deleted(value);
        } else if (before.findValueByName(byNumber.getName()) == null) {
            renamed(value, byNumber);
        } else if (!after.isReservedName(value.getName())) {
            nameGone(value, after);
        }
    }

    /** Two values that trade their numbers are reported once, at the first of them. */
    private void renumbered(EnumValueDescriptor value, EnumValueDescriptor moved) {
        var partner = before.findValueByNumber(moved.getNumber());
        var back = partner == null ? null : after.findValueByName(partner.getName());
        var isSwap = back != null && partner != null && back.getNumber() == value.getNumber();
        if (isSwap && partner.getIndex() < value.getIndex()) {
            return;
        }
        add(
                EnumChangeRules.RENUMBERED,
                value,
                moved,
                isSwap
                        ? "values '%s' and '%s' have traded their numbers %d and %d"
                                .formatted(value.getName(), partner.getName(), value.getNumber(), moved.getNumber())
                        : "value '%s' had number %d and has %d"
                                .formatted(value.getName(), value.getNumber(), moved.getNumber()),
                "give it number %d back".formatted(value.getNumber()),
                Breakage.STORED_MESSAGES,
                Breakage.OLD_PRODUCERS,
                Breakage.OLD_CONSUMERS);
    }

    private void alias(EnumValueDescriptor value, EnumValueDescriptor first) {
        var wasFirst = before.findValueByNumber(value.getNumber()).equals(value);
        if (wasFirst && !first.getName().equals(value.getName())) {
            add(
                    EnumChangeRules.ALIAS_CHANGED,
                    value,
                    first,
                    "number %d is written '%s' in JSON, and was '%s'"
                            .formatted(value.getNumber(), first.getName(), value.getName()),
                    "write '%s' before '%s'".formatted(value.getName(), first.getName()),
                    Breakage.JSON_READERS);
        }
    }

    private void deleted(EnumValueDescriptor value) {
        if (!after.isReservedNumber(value.getNumber())) {
            add(
                    EnumChangeRules.NUMBER_NOT_RESERVED,
                    value,
                    after,
                    "value '%s' is gone, and its number %d is not reserved"
                            .formatted(value.getName(), value.getNumber()),
                    reserve(value),
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.JSON_READERS);
        } else if (!after.isReservedName(value.getName())) {
            nameGone(value, after);
        }
    }

    private void nameGone(EnumValueDescriptor value, EnumDescriptor at) {
        add(
                EnumChangeRules.NAME_NOT_RESERVED,
                value,
                at,
                "value '%s' (%d) is gone, and its name is not reserved".formatted(value.getName(), value.getNumber()),
                reserve(value),
                Breakage.JSON_READERS);
    }

    private static String reserve(EnumValueDescriptor value) {
        return "add: reserved %d; reserved \"%s\";".formatted(value.getNumber(), value.getName());
    }

    private void renamed(EnumValueDescriptor value, EnumValueDescriptor fresh) {
        var isUnset = value.getNumber() == before.getValues().get(0).getNumber();
        add(
                isUnset ? EnumChangeRules.ZERO_CHANGED : EnumChangeRules.RENAMED,
                value,
                fresh,
                "value '%s' (%d) is called '%s'%s"
                        .formatted(
                                value.getName(),
                                value.getNumber(),
                                fresh.getName(),
                                isUnset ? ", and an unset field has it" : ""),
                "keep the name; with allow_alias the number can have a second one",
                Breakage.JSON_READERS,
                Breakage.SOURCE_CODE);
    }

    private void fresh(EnumValueDescriptor value) {
        if (before.findValueByNumber(value.getNumber()) == null && before.findValueByName(value.getName()) == null) {
            changes.add(Change.added(
                    EnumChangeRules.ADDED,
                    value,
                    "value '%s' (%d) is new to whoever reads %s"
                            .formatted(value.getName(), value.getNumber(), before.getName()),
                    "deploy the subscribers first; then begin to publish it",
                    Breakage.OLD_CONSUMERS,
                    Breakage.JSON_READERS));
        }
    }

    /** The value of an unset field is the first one, which in an open enum is number 0. */
    private void unset() {
        var was = before.getValues().get(0);
        var is = after.getValues().get(0);
        if (was.getNumber() != is.getNumber()) {
            add(
                    EnumChangeRules.ZERO_CHANGED,
                    was,
                    is,
                    "an unset field is '%s' (%d), and was '%s' (%d)"
                            .formatted(is.getName(), is.getNumber(), was.getName(), was.getNumber()),
                    "write '%s' first".formatted(was.getName()),
                    Breakage.STORED_MESSAGES,
                    Breakage.OLD_PRODUCERS,
                    Breakage.OLD_CONSUMERS);
        }
    }

    private void reserved() {
        var gone = new ArrayList<String>();
        // In enums the last number of a range belongs to it.
        var ranges = after.toProto().getReservedRangeList().stream()
                .map(range -> new NumberRange(range.getStart(), range.getEnd() + 1L))
                .toList();
        before.toProto()
                .getReservedRangeList()
                .forEach(range -> new NumberRange(range.getStart(), range.getEnd() + 1L)
                        .without(ranges)
                        .forEach(free -> gone.add(free.toString())));
        before.toProto().getReservedNameList().stream()
                .filter(name -> !after.toProto().getReservedNameList().contains(name))
                .forEach(name -> gone.add('"' + name + '"'));
        ReservedChanges.removed(before, after, gone, changes);
    }

    private void add(
            Rule rule, GenericDescriptor was, GenericDescriptor at, String message, String fix, Breakage... breaks) {
        changes.add(Change.of(rule, was, at, message, fix, breaks));
    }
}
