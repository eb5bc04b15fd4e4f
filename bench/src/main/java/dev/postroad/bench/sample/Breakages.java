package dev.postroad.bench.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes broken messages of valid ones, by turns in each way there is.
 *
 * @param <M> the message type
 * @param <B> its builder
 */
final class Breakages<M, B> {
    private final Function<M, B> open;
    private final Function<B, M> close;
    private final List<Consumer<B>> ways;

    Breakages(Function<M, B> open, Function<B, M> close, List<Consumer<B>> ways) {
        this.open = open;
        this.close = close;
        this.ways = ways;
    }

    List<M> of(List<M> valid) {
        var broken = new ArrayList<M>();
        for (var message : valid) {
            var builder = open.apply(message);
            ways.get(broken.size() % ways.size()).accept(builder);
            broken.add(close.apply(builder));
        }
        return broken;
    }
}
