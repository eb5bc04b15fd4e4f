package dev.postroad.client.retry;

import java.time.Duration;

/** Why a record was not handled. */
public sealed interface Failure {
    /** What was thrown. */
    Exception cause();

    /** The handler threw; the next attempt may succeed. */
    record Thrown(Exception cause) implements Failure {}

    /**
     * The handler asks for the record again after some time.
     *
     * @param delay how long at least
     */
    record Later(Duration delay, Exception cause) implements Failure {}

    /** The record itself is bad: no attempt would succeed. */
    record Hopeless(Exception cause) implements Failure {}
}
