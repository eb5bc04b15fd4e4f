package dev.postroad.client.lane;

import java.util.Optional;

/**
 * Says whether records may be started. Asked by a lane before each record, so it has to be quick.
 *
 * <p>A lane that is turned away waits until {@link Crew#wake} is called.
 */
@FunctionalInterface
public interface Gate {
    /** Whether a record may be started at this reading of the timer. A yes is used up by starting it. */
    boolean admits(long nanos);

    /** Whether {@link #admits} may say yes, asked without using it up. */
    default boolean mayAdmit(long nanos) {
        return admits(nanos);
    }

    /** Why nothing is admitted for longer than a moment; nothing if records are. */
    default Optional<String> closedBecause() {
        return Optional.empty();
    }

    /** A gate that admits what both do. */
    default Gate and(Gate other) {
        var first = this;
        return new Gate() {
            @Override
            public boolean admits(long nanos) {
                return first.admits(nanos) && other.admits(nanos);
            }

            @Override
            public boolean mayAdmit(long nanos) {
                return first.mayAdmit(nanos) && other.mayAdmit(nanos);
            }

            @Override
            public Optional<String> closedBecause() {
                return first.closedBecause().or(other::closedBecause);
            }
        };
    }
}
