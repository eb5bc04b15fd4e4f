package dev.postroad.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final Instant PUBLISHED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:01Z");
    private static final Instant NOW = Instant.parse("2026-03-01T12:01:00Z");

    @Test
    void isThatOfTheRecordItselfWhereItWasPublished() {
        assertThat(Trail.of(record(new RecordHeaders())))
                .isEqualTo(new Trail("orders.v1", 3, 7, PUBLISHED, 0, 0, Optional.empty(), Optional.empty(), 0));
    }

    @Test
    void isReadAsItWasWritten() {
        var trail = new Trail("a.b.v1", 5, 9, PUBLISHED, 3, 1, Optional.of(FIRST), Optional.empty(), 2);

        var headers = new RecordHeaders(TrailHeaders.of(
                new RecordHeaders(), trail, "billing", 4, 2, NOW, new IllegalStateException("closed"), NOW));

        assertThat(Trail.of(record(headers)))
                .isEqualTo(new Trail("a.b.v1", 5, 9, PUBLISHED, 4, 2, Optional.of(FIRST), Optional.of(NOW), 2));
    }

    @Test
    void keepsTheHeadersOfOthersAndReplacesItsOwn() {
        var headers = new RecordHeaders()
                .add("traceparent", bytes("00-1-2-01"))
                .add(TrailHeaders.RETRIES, bytes("1"))
                .add(TrailHeaders.NOT_BEFORE, bytes("17"));
        var trail = Trail.of(record(headers));

        var written = new RecordHeaders(
                TrailHeaders.of(headers, trail, "billing", 1, 2, null, new IllegalStateException(), NOW));

        assertThat(text(written, "traceparent")).isEqualTo("00-1-2-01");
        assertThat(written.headers(TrailHeaders.RETRIES)).hasSize(1);
        assertThat(text(written, TrailHeaders.RETRIES)).isEqualTo("2");
        assertThat(written.lastHeader(TrailHeaders.NOT_BEFORE)).isNull();
    }

    @Test
    void namesTheTraceOfTheRecord() {
        var headers = new RecordHeaders()
                .add("traceparent", bytes("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"))
                .add(TrailHeaders.TRACE_ID, bytes("another"));

        assertThat(text(moved(headers), TrailHeaders.TRACE_ID)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void namesNoTraceWhereTheHeaderIsWrong() {
        for (var wrong : List.of("", "00-1-2-01", "00-%s-b7ad6b7169203331-00".formatted("0".repeat(32)))) {
            var headers = new RecordHeaders().add("traceparent", bytes(wrong));

            assertThat(moved(headers).lastHeader(TrailHeaders.TRACE_ID)).isNull();
        }
    }

    private static Headers moved(Headers headers) {
        return new RecordHeaders(TrailHeaders.of(
                headers, Trail.of(record(headers)), "billing", 1, 0, null, new IllegalStateException(), NOW));
    }

    @Test
    void saysWhatWasThrownInNoMoreThanEightKilobytes() {
        var cause = new IllegalStateException("ü".repeat(10_000));
        cause.setStackTrace(new StackTraceElement[] {new StackTraceElement("C", "m".repeat(20_000), "C.java", 1)});

        var written = new RecordHeaders(TrailHeaders.of(
                new RecordHeaders(), Trail.of(record(new RecordHeaders())), "billing", 1, 0, null, cause, NOW));

        assertThat(text(written, TrailHeaders.EXCEPTION)).isEqualTo("java.lang.IllegalStateException");
        assertThat(text(written, TrailHeaders.MESSAGE)).isEqualTo("ü".repeat(512));
        assertThat(text(written, TrailHeaders.STACK_TRACE))
                .startsWith("java.lang.IllegalStateException: üüü")
                .satisfies(trace -> assertThat(bytes(trace)).hasSizeBetween(8 * 1024 - 1, 8 * 1024));
    }

    @Test
    void takesFromTheRecordWhatItsHeadersTellWrongly() {
        var headers = new RecordHeaders()
                .add(TrailHeaders.TOPIC, bytes("a.b.v1"))
                .add(TrailHeaders.PARTITION, bytes("99999999999"))
                .add(TrailHeaders.OFFSET, bytes("seven"))
                .add(TrailHeaders.NOT_BEFORE, null);

        assertThat(Trail.of(record(headers)))
                .isEqualTo(new Trail("a.b.v1", 3, 7, PUBLISHED, 0, 0, Optional.empty(), Optional.empty(), 0));
    }

    private static ConsumerRecord<byte[], byte[]> record(Headers headers) {
        return new ConsumerRecord<>(
                "orders.v1",
                3,
                7,
                PUBLISHED.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                headers,
                Optional.empty());
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
