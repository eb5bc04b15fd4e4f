package dev.postroad.compiler.shape;

import dev.postroad.compiler.finding.Breakage;

/** Changes of a field's number. */
final class NumberChanges {
    private static final Breakage[] ALL = Breakage.values();
    private static final Breakage[] ON_THE_WIRE = {
        Breakage.STORED_MESSAGES, Breakage.OLD_PRODUCERS, Breakage.OLD_CONSUMERS
    };

    private NumberChanges() {}

    static Change of(FieldMatch match) {
        if (match instanceof FieldMatch.Swapped swap) {
            return swapped(swap);
        }
        if (match instanceof FieldMatch.Renumbered renumbered) {
            return renumbered(renumbered);
        }
        if (match instanceof FieldMatch.Reused reused) {
            return reused(reused);
        }
        throw new IllegalArgumentException("not a change of a number: " + match);
    }

    private static Change swapped(FieldMatch.Swapped swap) {
        var one = swap.before();
        var other = swap.other();
        var isSilent = one.getType() == other.getType();
        return Change.of(
                ShapeRules.NUMBERS_SWAPPED,
                one,
                swap.after(),
                "fields '%s' and '%s' have traded their numbers %d and %d%s"
                        .formatted(
                                FieldNames.of(one),
                                FieldNames.of(other),
                                one.getNumber(),
                                other.getNumber(),
                                isSilent ? "; their types are equal, so nothing fails and every value is wrong" : ""),
                "give each its number back; the order in the file is free",
                ON_THE_WIRE);
    }

    private static Change renumbered(FieldMatch.Renumbered match) {
        var old = match.before();
        var number = match.after().getNumber();
        var former = old.getContainingType().findFieldByNumber(number);
        return Change.of(
                ShapeRules.NUMBER_CHANGED,
                old,
                match.after(),
                "field '%s' had number %d and has %d%s"
                        .formatted(
                                FieldNames.of(old),
                                old.getNumber(),
                                number,
                                former == null ? "" : ", which was that of '%s'".formatted(FieldNames.of(former))),
                old.isExtension()
                        ? "give it number %d back".formatted(old.getNumber())
                        : "give it number %d back; or reserve %d, and add a field with another name"
                                .formatted(old.getNumber(), old.getNumber()),
                ON_THE_WIRE);
    }

    private static Change reused(FieldMatch.Reused match) {
        var old = match.before();
        return Change.of(
                ShapeRules.NUMBER_REUSED,
                old,
                match.after(),
                "number %d was '%s' (%s) and is '%s' (%s)"
                        .formatted(
                                old.getNumber(),
                                FieldNames.of(old),
                                FieldTypes.text(old),
                                FieldNames.of(match.after()),
                                FieldTypes.text(match.after())),
                old.isExtension() || match.after().isExtension()
                        ? "keep '%s', and give '%s' a number of its own"
                                .formatted(FieldNames.of(old), FieldNames.of(match.after()))
                        : "reserved %d; reserved \"%s\"; and give '%s' a number of its own"
                                .formatted(old.getNumber(), FieldNames.of(old), FieldNames.of(match.after())),
                ALL);
    }
}
