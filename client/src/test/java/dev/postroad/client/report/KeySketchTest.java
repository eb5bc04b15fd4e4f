package dev.postroad.client.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.contract.topic.Contract;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySketchTest {
    private final KeySketch sketch = new KeySketch();
    private final Random random = new Random(17);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 1_000, 5_000})
    void knowsAboutHowManyKeysThereAre(int keys) {
        IntStream.range(0, 9_000).forEach(number -> sketch.add(key(number % keys)));

        assertThat(sketch.keys().distinct()).isCloseTo(keys, Percentage.withPercentage(12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5, 1})
    void knowsTheShareOfTheMostFrequentKeyAmongMany(double share) {
        for (var number = 0; number < 9_000; number++) {
            sketch.add(key(random.nextDouble() < share ? -1 : random.nextInt(100_000)));
        }

        // The count is a lower bound: what the key may have pushed out is taken off.
        assertThat(sketch.keys().hottestShare()).isCloseTo(share, within(0.03));
    }

    @Test
    void findsNoFrequentKeyWhereThereIsNone() {
        IntStream.range(0, 9_000).forEach(number -> sketch.add(key(number)));

        assertThat(sketch.keys().hottestShare()).isLessThan(0.01);
    }

    @Test
    void forgetsWhatIsOld() {
        IntStream.range(0, 20_000).forEach(number -> sketch.add(key(1)));
        IntStream.range(0, 60_000).forEach(number -> sketch.add(key(number)));

        assertThat(sketch.keys().hottestShare()).isLessThan(0.1);
        assertThat(sketch.keys().samples()).isLessThan(10_000);
    }

    @Test
    void samplesOneRecordInSixtyFour() {
        var sampled = IntStream.range(0, 640_000)
                .filter(number -> KeySketch.isSampled())
                .count();

        assertThat(sampled).isBetween(9_000L, 11_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            199   | 1.0  | 1    | 6  | -
            1000  | 1.0  | 1    | 1  | -
            1000  | 0.19 | 1000 | 6  | -
            1000  | 0.2  | 1000 | 6  | 20 % of the messages have one value of key field order_id, so one partition gets 2.0 times its share; use a field whose values are more even
            1000  | 0.5  | 1000 | 12 | 50 % of the messages have one value of key field order_id, so one partition gets 6.5 times its share; use a field whose values are more even
            1000  | 0.3  | 5    | 6  | key field order_id has about 5 values for 6 partitions, so some stay empty; use a field with more values
            """)
    void isReasonToWarnWhenOnePartitionGetsTwiceItsShare(
            long samples, double share, long distinct, int partitions, String warning) {
        var guard = new SkewGuard(Contract.of(OrderPlaced.getDescriptor()), Clock.systemUTC());

        assertThat(guard.warning(new KeySketch.Keys(samples, share, distinct, List.of()), partitions)
                        .orElse(null))
                .isEqualTo(warning);
    }

    private static byte[] key(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
