package dev.postroad.client.group;

import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.RetryAfterException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a handler does with a message that it is given. */
sealed interface Fate {
    /** What it throws when it has thrown so often for this message; null if it succeeds. */
    @Nullable
    Exception thrown(int before);

    /** A failure that says nothing. Stack traces of thousands of them would take the test's time. */
    final class Drawn extends RuntimeException {
        private static final long serialVersionUID = 1;

        Drawn(String message) {
            super(message, null, false, false);
        }
    }

    /** It succeeds after so many failures. */
    record Fails(int times) implements Fate {
        @Override
        public @Nullable Exception thrown(int before) {
            return before < times ? new Drawn("drawn") : null;
        }
    }

    /** It asks for time so often, then meets another fate. */
    record AsksForTime(int times, Duration delay, Fate then) implements Fate {
        @Override
        public @Nullable Exception thrown(int before) {
            return before < times ? new RetryAfterException(delay, "wait") : then.thrown(before - times);
        }
    }

    /** It gives the message up. */
    record GivesUp() implements Fate {
        @Override
        public Exception thrown(int before) {
            return new DeadLetterException("hopeless");
        }
    }

    /** The handler never sees it. */
    record Unreadable() implements Fate {
        @Override
        public Exception thrown(int before) {
            throw new AssertionError("a handler was given what cannot be read");
        }
    }
}
