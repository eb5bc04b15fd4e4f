package dev.postroad.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
    private final Exchange exchange = new Exchange();

    @Test
    void isQuietBeforeTheFirstRequest() {
        assertThat(exchange.isQuiet()).isTrue();
        assertThat(exchange.isBetweenRequests()).isTrue();
    }

    @Test
    void isNotQuietWhileARequestIsBeingSent() {
        exchange.sent(frame(10).slice(0, 5));

        assertThat(exchange.isQuiet()).isFalse();
        assertThat(exchange.isBetweenRequests()).isFalse();
    }

    @Test
    void isNotQuietWithHalfALength() {
        exchange.sent(frame(10).slice(0, 2));

        assertThat(exchange.isBetweenRequests()).isFalse();
    }

    @Test
    void isNotQuietUntilEachRequestHasItsWholeResponse() {
        exchange.sent(frame(10));
        exchange.sent(frame(0));
        assertThat(exchange.isBetweenRequests()).isTrue();
        exchange.received(frame(3));
        exchange.received(frame(70_000).slice(0, 70_003));
        assertThat(exchange.isQuiet()).isFalse();

        exchange.received(ByteBuffer.allocate(1));

        assertThat(exchange.isQuiet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void countsTheSameHoweverTheBytesAreCut(long seed) {
        var random = new Random(seed);
        var bytes = ByteBuffer.allocate(1 << 20);
        var requests = 0;
        for (; requests < 200; requests++) {
            bytes.put(frame(random.nextInt(random.nextBoolean() ? 10 : 5_000)));
        }
        bytes.flip();

        while (bytes.hasRemaining()) {
            var part = bytes.slice(bytes.position(), Math.min(bytes.remaining(), 1 + random.nextInt(2_000)));
            bytes.position(bytes.position() + part.remaining());
            exchange.sent(part);
        }

        for (var response = 0; response < requests; response++) {
            assertThat(exchange.isQuiet()).as("seed %d", seed).isFalse();
            exchange.received(frame(random.nextInt(100)));
        }
        assertThat(exchange.isQuiet()).as("seed %d", seed).isTrue();
    }

    private static ByteBuffer frame(int length) {
        return ByteBuffer.allocate(Integer.BYTES + length).putInt(0, length);
    }
}
