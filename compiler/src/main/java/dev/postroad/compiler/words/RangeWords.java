package dev.postroad.compiler.words;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers, times or durations. A lower bound above the upper one leaves out what is between them, as
 * protovalidate has it.
 */
record RangeWords(
        @Nullable RuleValue gt,
        @Nullable RuleValue gte,
        @Nullable RuleValue lt,
        @Nullable RuleValue lte,
        String type) {
    Optional<Phrase> phrase() {
        var low = gt == null ? gte : gt;
        var high = lt == null ? lte : lt;
        if (low == null && high == null) {
            return Optional.empty();
        }
        if (high == null) {
            return Optional.of(Phrase.of(lower()));
        }
        if (low == null) {
            return Optional.of(Phrase.of(upper()));
        }
        if (low.compareTo(high) > 0) {
            return Optional.of(Phrase.of(upper() + " or " + lower()));
        }
        return Optional.of(Phrase.of(
                gte != null && lte != null
                        ? "between %s and %s".formatted(gte.text(), lte.text())
                        : lower() + " and " + upper()));
    }

    private String lower() {
        return gt == null
                ? word("at least", "not before", "at least") + text(gte)
                : word("greater than", "after", "longer than") + text(gt);
    }

    private String upper() {
        return lt == null
                ? word("at most", "not after", "at most") + text(lte)
                : word("less than", "before", "shorter than") + text(lt);
    }

    private static String text(@Nullable RuleValue value) {
        return ' ' + Objects.requireNonNull(value).text();
    }

    private String word(String number, String time, String duration) {
        return switch (type) {
            case "timestamp" -> time;
            case "duration" -> duration;
            default -> number;
        };
    }
}
