package dev.postroad.client.lane;

/**
 * What is done with a record.
 *
 * <p>Called by one thread at a time for the records of one lane, by several for different lanes.
 */
@FunctionalInterface
public interface Work {
    /**
     * Handles a record. Whatever goes wrong with the record is an {@link Outcome}; what is thrown ends the group.
     *
     * @throws InterruptedException if the record was given up meanwhile; it is not dealt with then
     */
    Outcome handle(InFlight record) throws InterruptedException;

    /**
     * A record was dealt with.
     *
     * @param nanos the reading of the timer when that was
     */
    default void done(InFlight record, long nanos) {}
}
