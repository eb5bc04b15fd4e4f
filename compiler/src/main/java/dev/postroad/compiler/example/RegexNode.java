package dev.postroad.compiler.example;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A part of a regular expression, from which texts that match it are made. */
sealed interface RegexNode {
    /** A text that matches this part. */
    String text(Choice choice);

    /** One of several. */
    record OneOf(List<RegexNode> branches) implements RegexNode {
        @Override
        public String text(Choice choice) {
            return branches.get(choice.below(branches.size())).text(choice);
        }
    }

    /** One after the other. */
    record Sequence(List<RegexNode> parts) implements RegexNode {
        @Override
        public String text(Choice choice) {
            return parts.stream().map(part -> part.text(choice)).collect(Collectors.joining());
        }
    }

    /** The same part several times. */
    record Repeat(RegexNode part, int least, int most) implements RegexNode {
        public Repeat {
            if (most < least) {
                throw new IllegalArgumentException("at least %d and at most %d times".formatted(least, most));
            }
        }

        @Override
        public String text(Choice choice) {
            var times = least + choice.below(Math.min(most - least, 1_000) + 1);
            return IntStream.range(0, times).mapToObj(time -> part.text(choice)).collect(Collectors.joining());
        }
    }

    /** One character of a set. */
    record OneCharacter(CharacterSet set) implements RegexNode {
        public OneCharacter {
            if (set.isEmpty()) {
                throw new IllegalArgumentException("a class without characters");
            }
        }

        @Override
        public String text(Choice choice) {
            return String.valueOf(set.pick(choice));
        }
    }
}
