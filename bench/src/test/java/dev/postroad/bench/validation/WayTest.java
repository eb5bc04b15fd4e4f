package dev.postroad.bench.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.bench.orders.OrderPlaced;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WayTest {
    @ParameterizedTest
    @EnumSource(value = Way.class, mode = EnumSource.Mode.EXCLUDE, names = "SERIALIZE")
    void acceptsTheSampleOrders(Way way) {
        var work = way.work(SampleOrders.all());

        for (var i = 0; i < SampleOrders.COUNT; i++) {
            assertThat(work.run(i)).as("order %d", i).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, mode = EnumSource.Mode.EXCLUDE, names = "SERIALIZE")
    void refusesAnOrderThatBreaksARule(Way way) {
        var valid = SampleOrders.all().get(0);
        var broken = List.of(
                valid.toBuilder().setOrderId("no-uuid").build(),
                valid.toBuilder().setEmail("customer@-example.org").build(),
                valid.toBuilder().clearPlacedAt().build(),
                valid.toBuilder().setPriority(10).build(),
                valid.toBuilder().setTotalMinor(0).setShippingMinor(1).build(),
                withLines(valid, 101));
        var work = way.work(broken);

        for (var i = 0; i < broken.size(); i++) {
            assertThat(work.run(i)).as("order %d", i).isPositive();
        }
    }

    private static OrderPlaced withLines(OrderPlaced order, int count) {
        var builder = order.toBuilder();
        while (builder.getLinesCount() < count) {
            builder.addLines(order.getLines(0));
        }
        return builder.build();
    }

    @Test
    void measuresEveryMessageAboutAsLargeAsTheOneOfTheDocumentedFigures() {
        assertThat(SampleOrders.all())
                .doesNotHaveDuplicates()
                .allSatisfy(order -> assertThat(order.getSerializedSize()).isBetween(180, 240));
    }

    @Test
    void costsTimeAndMemory() {
        var measured = new ValidationBench(2, Duration.ofMillis(5)).run(EnumSet.of(Way.SERIALIZE));

        assertThat(measured.get(Way.SERIALIZE)).satisfies(rounds -> {
            assertThat(rounds.median()).isPositive();
            assertThat(rounds.bytes()).isGreaterThan(180);
        });
    }
}
