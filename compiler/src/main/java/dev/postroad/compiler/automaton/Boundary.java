package dev.postroad.compiler.automaton;

/** A condition on the two neighbours of a place in a text. */
public enum Boundary {
    TEXT_BEGIN {
        @Override
        boolean holds(Neighbour before, Neighbour behind) {
            return before == Neighbour.NONE;
        }
    },
    TEXT_END {
        @Override
        boolean holds(Neighbour before, Neighbour behind) {
            return behind == Neighbour.NONE;
        }
    },
    LINE_BEGIN {
        @Override
        boolean holds(Neighbour before, Neighbour behind) {
            return before == Neighbour.NONE || before == Neighbour.LINE_FEED;
        }
    },
    LINE_END {
        @Override
        boolean holds(Neighbour before, Neighbour behind) {
            return behind == Neighbour.NONE || behind == Neighbour.LINE_FEED;
        }
    },
    /** One neighbour, and only one, is an ASCII letter, digit or underscore. */
    WORD {
        @Override
        boolean holds(Neighbour before, Neighbour behind) {
            return (before == Neighbour.WORD) != (behind == Neighbour.WORD);
        }
    },
    NO_WORD {
        @Override
        boolean holds(Neighbour before, Neighbour behind) {
            return !WORD.holds(before, behind);
        }
    };

    abstract boolean holds(Neighbour before, Neighbour behind);

    /** What stands beside a place, as far as boundaries care. */
    enum Neighbour {
        NONE,
        LINE_FEED,
        WORD,
        OTHER;

        static final CodePoints LINE_FEEDS = CodePoints.of('\n');
        static final CodePoints WORDS = CodePoints.range('0', '9')
                .or(CodePoints.range('A', 'Z'))
                .or(CodePoints.of('_'))
                .or(CodePoints.range('a', 'z'));

        static Neighbour of(int codePoint) {
            if (codePoint == '\n') {
                return LINE_FEED;
            }
            return WORDS.contains(codePoint) ? WORD : OTHER;
        }
    }
}
