package dev.postroad.cli.up;

import dev.postroad.platform.snapshot.BusSnapshot;
import java.time.Duration;
import java.util.List;

/**
 * All that the live table shows.
 *
 * @param bus the bus's name
 * @param bootstrap where its broker is
 * @param running for how long it has been up
 * @param snapshot what goes on
 * @param processes the demo processes, in the order of their start
 * @param next commands to try in another terminal
 */
record UpView(
        String bus,
        String bootstrap,
        Duration running,
        BusSnapshot snapshot,
        List<ProcessView> processes,
        List<String> next) {
    /** A demo process and what it says of itself. */
    record ProcessView(String name, String state) {}
}
