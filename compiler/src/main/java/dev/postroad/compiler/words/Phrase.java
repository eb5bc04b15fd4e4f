package dev.postroad.compiler.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A few words about a constraint. Some of its parts are quoted: values, patterns and expressions. */
public record Phrase(List<Part> parts) {
    public Phrase {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a phrase.
     *
     * @param text what it says
     * @param isCode whether it is quoted from the contract
     */
    public record Part(String text, boolean isCode) {}

    static Phrase of(String text) {
        return new Phrase(List.of(new Part(text, false)));
    }

    /** Words, then quoted values with commas between them. */
    static Phrase of(String text, List<String> values) {
        var parts = new ArrayList<Part>();
        for (var value : values) {
            parts.add(new Part(parts.isEmpty() ? text : ", ", false));
            parts.add(new Part(value, true));
        }
        return new Phrase(parts);
    }

    Phrase after(String text) {
        return new Phrase(join(List.of(new Part(text, false)), parts));
    }

    Phrase then(String text) {
        return new Phrase(join(parts, List.of(new Part(text, false))));
    }

    Phrase then(Phrase other) {
        return new Phrase(join(parts, other.parts));
    }

    private static List<Part> join(List<Part> first, List<Part> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The phrase as one text, each kind of part shown in the given way. */
    public String show(UnaryOperator<String> words, UnaryOperator<String> code) {
        return parts.stream()
                .map(part -> part.isCode() ? code.apply(part.text()) : words.apply(part.text()))
                .collect(Collectors.joining());
    }

    /** The phrase with quoted parts between backticks. */
    @Override
    public String toString() {
        return show(UnaryOperator.identity(), text -> '`' + text + '`');
    }
}
