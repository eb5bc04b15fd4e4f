package dev.postroad.examples.github.feed;

import com.google.protobuf.Message;
import dev.postroad.examples.github.feed.Outlet.Accepted;
import dev.postroad.examples.github.feed.Outlet.Refused;
import dev.postroad.examples.github.process.Stop;
import dev.postroad.examples.github.webhook.Mappings;
import dev.postroad.examples.github.webhook.Webhook;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Goes through the webhooks and publishes them. Used by one thread, except for {@link #progress}. */
final class FeedLoop {
    /** A broken message follows each payload of this number. */
    private static final int BETWEEN_BREAKAGES = 25;

    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private final Outlet outlet;
    private final List<Webhook> webhooks;
    private final List<Breakage> breakages;
    private final Stop stop;
    private final PrintStream complaints;

    private CompletableFuture<?> deliveries = CompletableFuture.completedFuture(null);
    private int nextBreakage;
    private volatile Round round;

    /**
     * A loop over webhooks.
     *
     * @param complaints is told why a real message was refused or not delivered
     */
    FeedLoop(Outlet outlet, List<Webhook> webhooks, Stop stop, PrintStream complaints) {
        this.outlet = outlet;
        this.webhooks = webhooks;
        this.breakages = Breakages.of(webhooks);
        this.stop = stop;
        this.complaints = complaints;
        this.round = new Round(1, new FeedCount(webhooks.size()));
    }

    /** Publishes round after round until the process is to end, with a pause between payloads. */
    void rounds(Duration pause) {
        while (feedsAll(pause)) {
            round = new Round(round.number() + 1, new FeedCount(webhooks.size()));
        }
    }

    /** One round; false if it was broken off because the process is to end. */
    private boolean feedsAll(Duration pause) {
        var fed = 0;
        for (var webhook : webhooks) {
            if (stop.requestedWithin(pause)) {
                return false;
            }
            feed(webhook);
            if (++fed % BETWEEN_BREAKAGES == 0) {
                feed(breakages.get(nextBreakage++ % breakages.size()));
            }
        }
        return true;
    }

    /**
     * Publishes every webhook and then every broken message once, and waits until all that was accepted is delivered.
     */
    void once() {
        webhooks.stream().takeWhile(webhook -> !stop.isRequested()).forEach(this::feed);
        breakages.stream().takeWhile(breakage -> !stop.isRequested()).forEach(this::feed);
        awaitDeliveries();
    }

    /** How far the current round is. */
    String progress() {
        return "round %d: %s".formatted(round.number(), round.count().progress());
    }

    /** The sum of the current round. */
    String sum() {
        return round.count().sum();
    }

    /** Whether the sum of the current round is right. */
    boolean isRight() {
        return round.count().isRight();
    }

    private void feed(Webhook webhook) {
        Mappings.message(webhook)
                .ifPresentOrElse(message -> feed(webhook.event(), message), round.count()::withoutContract);
    }

    private void feed(String event, Message message) {
        var count = round.count();
        var outcome = outlet.publish(message);
        if (outcome instanceof Accepted accepted) {
            track(accepted.delivery().handle((delivery, failure) -> settle(event, count, failure)));
        } else if (outcome instanceof Refused refused) {
            count.refused();
            complaints.printf("%s: refused: %s%n", event, refused.violations());
        }
    }

    private @Nullable Void settle(String event, FeedCount count, @Nullable Throwable failure) {
        if (failure == null) {
            count.published();
        } else {
            count.undelivered();
            complaints.printf("%s: not delivered: %s%n", event, failure.getMessage());
        }
        return null;
    }

    private void feed(Breakage breakage) {
        var outcome = outlet.publish(breakage.message());
        round.count().broken(breakage.label(), outcome instanceof Refused);
        if (outcome instanceof Accepted accepted) {
            track(accepted.delivery());
            complaints.printf("%s: accepted, though it is broken%n", breakage.label());
        }
    }

    private void awaitDeliveries() {
        // A failed delivery is counted where it is tracked.
        deliveries
                .handle((done, failure) -> done)
                .completeOnTimeout(null, DELIVERY.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** A future that is done keeps nothing of those it was made of, so this one does not grow. */
    private void track(CompletableFuture<?> delivery) {
        deliveries = CompletableFuture.allOf(deliveries, delivery);
    }

    private record Round(int number, FeedCount count) {}
}
