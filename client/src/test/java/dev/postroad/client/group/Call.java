package dev.postroad.client.group;

import dev.postroad.client.lane.InFlight;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record, or a batch, that a handler is given once, and what it has said about it. */
final class Call {
    private final List<InFlight> batch;
    private final Set<Integer> handled = new HashSet<>();
    private int culprit = -1;
    private @Nullable Exception thrown;
    private boolean namesCulprit;
    private boolean isJudged;

    Call(List<InFlight> batch) {
        this.batch = batch;
        this.namesCulprit = batch.size() == 1;
    }

    List<InFlight> batch() {
        return batch;
    }

    /** The handler has done its work for a message. */
    void handled(int index) {
        handled.add(index);
    }

    boolean hasHandled(int index) {
        return handled.contains(index);
    }

    boolean hasHandledAny() {
        return !handled.isEmpty();
    }

    /** The handler has thrown because of a message. */
    void threw(int index, Exception cause) {
        culprit = index;
        thrown = cause;
    }

    /** It says which message it was. */
    void namesCulprit() {
        namesCulprit = true;
    }

    @Nullable
    InFlight culprit() {
        return culprit < 0 ? null : batch.get(culprit);
    }

    @Nullable
    Exception thrown() {
        return thrown;
    }

    /** Whether the service can know which message was at fault. */
    boolean isCulpritKnown() {
        return namesCulprit;
    }

    /** Whether it fails for a message, and says nothing of its being bad or wanting time. */
    boolean hasFailed() {
        return thrown instanceof Fate.Drawn;
    }

    /** True the first time. */
    boolean judge() {
        var isFirst = !isJudged;
        isJudged = true;
        return isFirst;
    }
}
