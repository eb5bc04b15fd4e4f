package dev.postroad.client.lane;

/**
 * Says whether records may be started. Asked by a lane before each record, so it has to be quick.
 *
 * <p>A lane that is turned away waits until {@link Crew#wake} is called.
 */
@FunctionalInterface
public interface Gate {
    /** Whether a record may be started at this reading of the timer. */
    boolean admits(long nanos);
}
