package dev.postroad.bench.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.bench.sample.Shape;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WayTest {
    @ParameterizedTest
    @EnumSource
    void agreesWithTheOthers(Shape shape) {
        assertThat(Case.of(shape, false)).hasSameSizeAs(Way.values());
        assertThat(Case.of(shape, true)).hasSameSizeAs(Way.values());
    }

    @ParameterizedTest
    @EnumSource
    void measuresMessagesOfWhichNoTwoAreAlike(Shape shape) {
        assertThat(shape.valid()).hasSize(Shape.COUNT).doesNotHaveDuplicates();
        assertThat(shape.broken()).hasSize(Shape.COUNT).doesNotHaveDuplicates();
    }

    @Test
    void measuresOrdersAboutAsLargeAsThatOfTheDocumentedFigures() {
        assertThat(Shape.ORDER.valid())
                .allSatisfy(order -> assertThat(order.getSerializedSize()).isBetween(180, 240));
    }

    @Test
    void costsTimeAndMemory() {
        var measured = new ValidationBench(2, Duration.ofMillis(2)).run(Shape.ORDER, false);

        assertThat(measured.get(Way.PROTOVALIDATE)).satisfies(rounds -> {
            assertThat(rounds.median()).isPositive();
            assertThat(rounds.bytes()).isGreaterThan(100);
        });
    }
}
