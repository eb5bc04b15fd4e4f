package dev.postroad.client.health;

/** How a partition, or the thread that polls for it, does. From the best to the worst. */
public enum Verdict {
    /** There is nothing to do. */
    IDLE,
    /** Records are dealt with. */
    PROGRESSING,
    /** Records are kept from the handlers on purpose, or wait for the time of a retry. */
    PAUSED,
    /** Records are being handled, and take long. */
    SLOW,
    /** A handler has not returned for so long that it is not expected to. */
    STUCK,
    /** The thread has ended by itself; nothing is handled any more. */
    DEAD;

    /** Whether a restart of the process may mend it, and nothing else will. */
    public boolean needsRestart() {
        return this == STUCK || this == DEAD;
    }
}
