package dev.postroad.client.group;

import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.subscribe.BatchContext;
import dev.postroad.client.subscribe.BatchFailedException;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.DeadLetterException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Does with each message what its fate is, and fails with all of them while the outside world is down. */
final class FatedHandler {
    private final World world;
    private final Steps.Process process;
    private final Witness witness;

    FatedHandler(World world, Steps.Process process, Witness witness) {
        this.world = world;
        this.process = process;
        this.witness = witness;
    }

    void handle(OrderPlaced order, Context context) throws Exception {
        var message = witness.sees(order.getOrderId(), 0, context);
        sleep(cause -> new DeadLetterException("interrupted", cause));
        meetFate(message, 0);
        succeed(message, 0);
    }

    void handleAll(List<OrderPlaced> orders, BatchContext context) throws Exception {
        var records = context.records();
        for (var index = 0; index < orders.size(); index++) {
            witness.sees(orders.get(index).getOrderId(), index, records.get(index));
        }
        sleep(cause -> new BatchFailedException(0, cause));
        for (var index = 0; index < orders.size(); index++) {
            try {
                meetFate(message(orders, index), index);
            } catch (Exception e) {
                throw told(orders, index, e);
            }
        }
        succeed(orders, orders.size());
    }

    /** Some handlers have their own words for an interrupt, others go on. */
    private void sleep(Function<Exception, Exception> words) throws Exception {
        try {
            process.sleep(duration());
        } catch (InterruptedException e) {
            switch (world.random().nextInt(3)) {
                case 0 -> throw e;
                case 1 -> throw words.apply(e);
                default -> {
                    return;
                }
            }
        }
    }

    /** Some handlers know which message was at fault, others do not. */
    private Exception told(List<OrderPlaced> orders, int index, Exception cause) {
        if (world.random().nextBoolean()) {
            return cause;
        }
        succeed(orders, index);
        witness.call().namesCulprit();
        return new BatchFailedException(index, cause);
    }

    private Published message(List<OrderPlaced> orders, int index) {
        return world.book().message(orders.get(index).getOrderId());
    }

    private void succeed(List<OrderPlaced> orders, int to) {
        for (var index = 0; index < to; index++) {
            succeed(message(orders, index), index);
        }
    }

    private void succeed(Published message, int index) {
        message.handled();
        witness.call().handled(index);
    }

    private void meetFate(Published message, int index) throws Exception {
        var thrown = world.weather().isOutsideDown() ? new Fate.Drawn("outage") : message.nextThrown();
        if (thrown != null) {
            witness.call().threw(index, thrown);
            throw thrown;
        }
    }

    private Duration duration() {
        return world.weather().strikes(60)
                ? Duration.ofSeconds(20)
                : Duration.ofMillis(world.random().nextInt(30));
    }
}
