package dev.postroad.client.tls;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats something on a daemon thread while somebody uses the result. Safe for use by several threads. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Runnable look;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;
    private int users;

    Watch(Runnable look, Duration every) {
        this.look = look;
        this.every = every;
    }

    /** One user more. The first look is at once: nobody has looked since the last user left. */
    synchronized void begin() {
        users++;
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(runnable -> {
                var daemon = new Thread(runnable, "postroad-certificates");
                daemon.setDaemon(true);
                return daemon;
            });
            var unused = thread.scheduleWithFixedDelay(this::run, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One user less; after the last one the thread ends. */
    synchronized void end() {
        users--;
        if (users == 0 && thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    /** A thread that died would be noticed when the certificate expires, so whatever happens it goes on. */
    private void run() {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("Certificates could not be looked at");
        }
    }
}
