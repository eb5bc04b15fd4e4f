package dev.postroad.client.group;

import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A message that was published, and what has become of it. */
final class Published {
    private final String id;
    private Fate fate;
    private @Nullable ConsumerRecord<byte[], byte[]> record;
    private int thrown;
    private int failures;
    private int successes;
    private int deadLetters;
    private boolean mayRepeat;

    Published(String id, Fate fate) {
        this.id = id;
        this.fate = fate;
    }

    String id() {
        return id;
    }

    Fate fate() {
        return fate;
    }

    /** Somebody has mended what made it fail. */
    void mend() {
        if (!(fate instanceof Fate.Unreadable)) {
            fate = new Fate.Fails(0);
        }
    }

    /** The record that was published; others of its message are copies. */
    ConsumerRecord<byte[], byte[]> record() {
        return Objects.requireNonNull(record);
    }

    void stored(ConsumerRecord<byte[], byte[]> as) {
        record = as;
    }

    /** What the handler throws for it this time. */
    @Nullable
    Exception nextThrown() {
        var next = fate.thrown(thrown);
        thrown += next == null ? 0 : 1;
        return next;
    }

    /** It has failed itself, while most records did not. */
    void failed() {
        failures++;
    }

    int failures() {
        return failures;
    }

    void handled() {
        successes++;
    }

    void deadLettered() {
        deadLetters++;
    }

    /** From here on, handling it twice has a reason: an assignment has ended, or an acknowledgement was lost. */
    void mayRepeat() {
        mayRepeat = true;
    }

    boolean hasEnded() {
        return successes + deadLetters > 0;
    }

    boolean isRepeated() {
        return successes + deadLetters > 1;
    }

    boolean isRepeatedForNoReason() {
        return isRepeated() && !mayRepeat;
    }

    @Override
    public String toString() {
        return "%s (%s, %d failures, handled %d times, %d dead letters)"
                .formatted(id, fate, failures, successes, deadLetters);
    }
}
