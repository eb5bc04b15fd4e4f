package dev.postroad.client.lane;

import dev.postroad.client.telemetry.RunSampler;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * What the lanes of a subscription share: the workers that run them, the time, and the gate before each record.
 *
 * <p>Safe for use by several threads.
 */
public final class Crew {
    private final Executor workers;
    private final Timer timer;
    private final Gate gate;
    private final RunSampler runs;
    private final java.util.function.Consumer<Throwable> onFailure;
    private final Queue<Runnable> turnedAway = new ConcurrentLinkedQueue<>();

    /**
     * A crew.
     *
     * @param workers run lanes; as many at once as records are to be handled at once
     * @param runs looks at some runs of lanes
     * @param onFailure told what a lane threw; that lane stands still afterwards
     */
    public Crew(
            Executor workers,
            Timer timer,
            Gate gate,
            RunSampler runs,
            java.util.function.Consumer<Throwable> onFailure) {
        this.workers = workers;
        this.timer = timer;
        this.gate = gate;
        this.runs = runs;
        this.onFailure = onFailure;
    }

    /** The time that the crew goes by. */
    public Timer timer() {
        return timer;
    }

    RunSampler runs() {
        return runs;
    }

    /** Why no records are started for longer than a moment; nothing if they are. */
    public Optional<String> closedBecause() {
        return gate.closedBecause();
    }

    /** Runs something in a worker after a delay. What it throws is told like what a lane throws. */
    public void runAfter(Duration delay, Runnable task) {
        timer.schedule(delay, () -> workers.execute(() -> guarded(task)));
    }

    // Whatever it dies of has to be heard, as with lanes.
    @SuppressWarnings("CatchingUnchecked")
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            failed(e);
        }
    }

    boolean admits(long nanos) {
        return gate.admits(nanos);
    }

    void run(Runnable lane) {
        workers.execute(lane);
    }

    /** Keeps a lane that the gate has turned away. */
    void turnAway(Runnable lane) {
        turnedAway.add(lane);
    }

    void failed(Throwable cause) {
        onFailure.accept(cause);
    }

    /** Runs the lanes that were turned away, if the gate admits them by now. */
    public void wake() {
        if (turnedAway.isEmpty() || !gate.mayAdmit(timer.nanos())) {
            return;
        }
        for (var lane = turnedAway.poll(); lane != null; lane = turnedAway.poll()) {
            workers.execute(lane);
        }
    }
}
