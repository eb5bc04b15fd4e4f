package dev.postroad.examples.github.feed;

import com.google.protobuf.Message;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Refuses what the contracts refuse, as a publisher does, and keeps the rest. */
final class CheckingOutlet implements Outlet {
    final List<Message> published = new ArrayList<>();

    private final Map<Class<? extends Message>, Check<Message>> checks = new HashMap<>();
    private CompletableFuture<?> delivery = CompletableFuture.completedFuture(null);

    /** Lets every delivery fail from here on. */
    void fail(Exception cause) {
        delivery = CompletableFuture.failedFuture(cause);
    }

    @Override
    public Outcome publish(Message message) {
        var violations = violations(message);
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        published.add(message);
        return new Accepted(delivery);
    }

    List<Violation> violations(Message message) {
        var contract = Contract.of(message.getDescriptorForType());
        var check = checks.computeIfAbsent(message.getClass(), CheckingOutlet::check);
        var violations = new ArrayList<>(check.violations(message));
        contract.key()
                .filter(key -> key.of(message).isEmpty())
                .ifPresent(key -> violations.add(new Violation(key.field().getName(), "key", "must be set")));
        return violations;
    }

    // The check of a class is asked about messages of that class only.
    @SuppressWarnings("unchecked")
    private static Check<Message> check(Class<? extends Message> type) {
        return (Check<Message>) Topic.of(type).check();
    }
}
