package dev.postroad.compiler.example;

import dev.postroad.compiler.automaton.CodePoints;
import dev.postroad.compiler.pattern.PatternNode;
import dev.postroad.compiler.pattern.PatternNode.Alternatives;
import dev.postroad.compiler.pattern.PatternNode.Repetition;
import dev.postroad.compiler.pattern.PatternNode.Sequence;
import dev.postroad.compiler.pattern.Patterns;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts made from a pattern. They match it but for its boundaries, which are not looked at. Where letters, digits or
 * printable ASCII are among several characters, only those are picked.
 */
record PatternTexts(Choice choice) {
    private static final int USUAL_REPETITIONS = 6;
    private static final int MOST_REPETITIONS = 1_000;
    private static final CodePoints SURROGATES = CodePoints.range(Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    private static final List<CodePoints> LIKED = List.of(
            CodePoints.range('0', '9')
                    .or(CodePoints.range('A', 'Z'))
                    .or(CodePoints.of('_'))
                    .or(CodePoints.range('a', 'z')),
            CodePoints.range(' ', '~'),
            SURROGATES.complement());

    /** So many texts; none if the pattern is not understood or nothing can match it. */
    static List<String> of(String pattern, int count, Choice choice) {
        var texts = new PatternTexts(choice);
        return Patterns.parse(pattern)
                .filter(PatternTexts::isPossible)
                .map(node -> IntStream.range(0, count)
                        .mapToObj(number -> texts.text(node))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isPossible(PatternNode node) {
        if (node instanceof PatternNode.Character character) {
            return !character.set().without(SURROGATES).isEmpty();
        }
        if (node instanceof Sequence sequence) {
            return sequence.parts().stream().allMatch(PatternTexts::isPossible);
        }
        if (node instanceof Alternatives alternatives) {
            return alternatives.branches().stream().allMatch(PatternTexts::isPossible);
        }
        return !(node instanceof Repetition repetition) || isPossible(repetition.part());
    }

    private String text(PatternNode node) {
        if (node instanceof PatternNode.Character character) {
            return Character.toString(pick(character.set()));
        }
        if (node instanceof Sequence sequence) {
            return sequence.parts().stream().map(this::text).collect(Collectors.joining());
        }
        if (node instanceof Alternatives alternatives) {
            var branches = alternatives.branches();
            return text(branches.get(choice.below(branches.size())));
        }
        if (node instanceof Repetition repetition) {
            return Stream.generate(() -> text(repetition.part()))
                    .limit(times(repetition))
                    .collect(Collectors.joining());
        }
        return "";
    }

    private int times(Repetition repetition) {
        var most = repetition.most() == Repetition.WITHOUT_END
                ? USUAL_REPETITIONS
                : Math.min(repetition.most() - repetition.least(), MOST_REPETITIONS);
        return repetition.least() + choice.below(most + 1);
    }

    private int pick(CodePoints set) {
        var pool = LIKED.stream()
                .map(liked -> set.without(liked.complement()))
                .filter(liked -> !liked.isEmpty())
                .findFirst()
                .orElse(set);
        return pool.get(choice.below(pool.count()));
    }
}
