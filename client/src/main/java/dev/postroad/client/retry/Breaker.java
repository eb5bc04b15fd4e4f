package dev.postroad.client.retry;

import dev.postroad.client.lane.Gate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a subscription while most of its records fail, as when a database that all of them need is down. Without it, an
 * outage would make a dead letter of everything that is published meanwhile.
 *
 * <p>It looks at the last 20 records, each with its last attempt, and opens when at least ten of them and more than
 * half have failed. While it is open, one record is tried at a time: after a second, then two, up to half a minute. The
 * first that succeeds closes it.
 *
 * <p>Safe for use by several threads.
 */
public final class Breaker implements Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
    private static final int RECORDS = 20;
    private static final int LEAST_FAILURES = 10;
    private static final long FIRST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();

    /** A trial that tells nothing by then, as when its partition was taken away, does not keep others from one. */
    private static final long TRIAL_LASTS = Duration.ofSeconds(5).toNanos();

    private final String subscription;
    private final Deque<Attempt> last = new ArrayDeque<>(RECORDS);
    private volatile int failures;
    private volatile boolean isOpen;
    private long pause = FIRST_PAUSE;
    private long nextTrial;
    private boolean isTrying;

    private record Attempt(String topic, int partition, long offset, boolean hasFailed) {
        boolean isOf(Trail trail) {
            return offset == trail.offset() && partition == trail.partition() && topic.equals(trail.topic());
        }
    }

    /**
     * A closed breaker.
     *
     * @param subscription what it stops, for the log
     */
    public Breaker(String subscription) {
        this.subscription = subscription;
    }

    @Override
    public boolean admits(long nanos) {
        return !isOpen || tries(nanos);
    }

    @Override
    public boolean mayAdmit(long nanos) {
        return !isOpen || untilTrial(nanos) == 0;
    }

    private synchronized boolean tries(long nanos) {
        if (!isOpen) {
            return true;
        }
        if (nanos - nextTrial < 0) {
            return false;
        }
        nextTrial = nanos + TRIAL_LASTS;
        isTrying = true;
        return true;
    }

    @Override
    public Optional<String> closedBecause() {
        return isOpen ? Optional.of("most records fail") : Optional.empty();
    }

    /** Whether records are kept from handlers, because most fail. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Whether a success has to be told. While none of the last records has failed, it has not. */
    boolean listens() {
        return failures > 0;
    }

    /** A record was handled. */
    synchronized void succeeded(Trail trail) {
        if (!isOpen) {
            count(trail, false);
            return;
        }
        isOpen = false;
        last.clear();
        failures = 0;
        pause = FIRST_PAUSE;
        LOG.atInfo().addKeyValue("subscription", subscription).log("records are handled again");
    }

    /**
     * A record was not handled, and not because it is bad itself.
     *
     * @return whether the breaker is open
     */
    synchronized boolean failed(Trail trail, long nanos) {
        count(trail, true);
        if (isOpen) {
            if (isTrying) {
                isTrying = false;
                pause = Math.min(LONGEST_PAUSE, pause * 2);
                nextTrial = nanos + pause;
            }
        } else if (failures >= LEAST_FAILURES && failures * 2 > last.size()) {
            isOpen = true;
            isTrying = false;
            nextTrial = nanos + pause;
            LOG.atError()
                    .addKeyValue("subscription", subscription)
                    .addKeyValue("failed", failures)
                    .addKeyValue("of", last.size())
                    .log("most records fail: no more are started until one of them can be handled");
        }
        return isOpen;
    }

    private void count(Trail trail, boolean hasFailed) {
        last.removeIf(attempt -> attempt.isOf(trail));
        if (last.size() == RECORDS) {
            last.removeFirst();
        }
        last.addLast(new Attempt(trail.topic(), trail.partition(), trail.offset(), hasFailed));
        failures = (int) last.stream().filter(Attempt::hasFailed).count();
    }

    /** How long it is until the next trial, in nanoseconds; 0 if it may be made. */
    synchronized long untilTrial(long nanos) {
        return Math.max(0, nextTrial - nanos);
    }
}
