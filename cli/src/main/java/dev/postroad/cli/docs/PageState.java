package dev.postroad.cli.docs;

import dev.postroad.compiler.page.Page;
import java.util.Locale;
import java.util.Optional;

/**
 * How a page and its file compare.
 *
 * @param file the file's name
 * @param page what the file should hold; empty if its contract is gone
 * @param state what the file is
 */
record PageState(String file, Optional<Page> page, State state) {
    /** What a file is, compared with its page. */
    enum State {
        MISSING("written"),
        STALE("written"),
        UNCHANGED("unchanged"),
        GONE("removed");

        private final String deed;

        State(String deed) {
            this.deed = deed;
        }

        /** What was done about it. */
        String deed() {
            return deed;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isCurrent() {
        return state == State.UNCHANGED;
    }
}
