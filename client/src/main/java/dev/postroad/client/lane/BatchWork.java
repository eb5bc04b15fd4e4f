package dev.postroad.client.lane;

import java.util.List;

/** What is done with a batch of one partition's records. Called by one thread at a time for one partition. */
@FunctionalInterface
public interface BatchWork {
    /**
     * Handles a batch. Whatever goes wrong with a record is an {@link Outcome}; what is thrown ends the group.
     *
     * @param batch in the order of offsets, not empty
     * @return an outcome for each record, in the order of the batch
     * @throws InterruptedException if the batch was given up meanwhile; none of it is dealt with then
     */
    List<Outcome> handle(List<InFlight> batch) throws InterruptedException;

    /**
     * A record of a batch was dealt with.
     *
     * @param nanos the reading of the timer when the batch was
     */
    default void done(InFlight record, long nanos) {}
}
