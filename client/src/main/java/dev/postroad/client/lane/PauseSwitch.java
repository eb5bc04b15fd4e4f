package dev.postroad.client.lane;

import java.util.Optional;

/** A gate that is opened and closed by hand. Safe for use by several threads. */
public final class PauseSwitch implements Gate {
    private volatile boolean isPaused;

    /** Admits nothing from here on. */
    public void pause() {
        isPaused = true;
    }

    /** Admits records again. */
    public void resume() {
        isPaused = false;
    }

    /** Whether nothing is admitted. */
    public boolean isPaused() {
        return isPaused;
    }

    @Override
    public boolean admits(long nanos) {
        return !isPaused;
    }

    @Override
    public Optional<String> closedBecause() {
        return isPaused ? Optional.of("the service has paused the subscription") : Optional.empty();
    }
}
