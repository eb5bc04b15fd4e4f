package dev.postroad.broker.embedded;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one broker. A thread belongs to the group of the thread that created it, so that when one of them asks
 * for the end of the process, the group says which broker it is that has to end instead.
 */
final class BrokerThreads extends ThreadGroup implements FaultHandlerFactory {
    static {
        Exit.setExitProcedure((status, message) -> end(status, message, Runtime.getRuntime()::exit));
        Exit.setHaltProcedure((status, message) -> end(status, message, Runtime.getRuntime()::halt));
    }

    private static final long ABANDON_LIMIT_SECONDS = 10;

    private final DataDirectory data;
    private final CompletableFuture<BrokerFailure> failure = new CompletableFuture<>();
    private volatile boolean closing;

    BrokerThreads(DataDirectory data) {
        super("broker on " + data.path());
        this.data = data;
    }

    /** Completes when the broker has died, on a thread that is not the broker's, so that the listener may close it. */
    CompletionStage<BrokerFailure> failure() {
        return failure.minimalCompletionStage();
    }

    /** What ends from here on was told to. */
    void expectTheEnd() {
        closing = true;
    }

    /** Starts the work on a new thread of this group. */
    Work run(String name, Runnable work) {
        var end = new CompletableFuture<Void>();
        Supplier<@Nullable Void> result = () -> {
            work.run();
            return null;
        };
        var thread = new Thread(this, () -> end.completeAsync(result, Runnable::run), name);
        thread.start();
        return new Work(thread, end);
    }

    /** Work under way; the future ends with it. */
    record Work(Thread thread, CompletableFuture<Void> end) {
        /** Interrupts the work, and gives it time to clean up after itself. */
        void abandon() {
            thread.interrupt();
            end.handle((done, refused) -> true)
                    .completeOnTimeout(false, ABANDON_LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    @Override
    public FaultHandler build(String name, boolean fatal, Runnable action) {
        if (!fatal) {
            return new LoggingFaultHandler(name, action);
        }
        return (message, cause) -> {
            action.run();
            died("fault in the %s: %s".formatted(name, message), cause);
            return new FaultHandlerException(message, cause);
        };
    }

    private void died(String reason, @Nullable Throwable cause) {
        if (!closing) {
            var gone = data.isIntact() ? "" : "; its directory is gone or can no longer be written";
            var message = "the broker on %s has died (%s)%s".formatted(data.path(), reason, gone);
            failure.completeAsync(() -> new BrokerFailure(message, Optional.ofNullable(cause)));
        }
    }

    private static void end(int status, @Nullable String message, IntConsumer process) {
        for (var group = Thread.currentThread().getThreadGroup(); group != null; group = group.getParent()) {
            if (group instanceof BrokerThreads broker) {
                var reason = "Kafka asked for the end of the process, status %d".formatted(status);
                broker.died(message == null ? reason : reason + ": " + message, null);
                throw new IllegalStateException(reason);
            }
        }
        process.accept(status);
    }
}
