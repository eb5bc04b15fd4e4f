package dev.postroad.client.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeaderTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @RepeatedTest(50)
    void isWhatThePropagatorReads(RepetitionInfo repetition) {
        var headers = new TraceHeader.Unsampled(new Random(repetition.getCurrentRepetition()));
        var first = headers.next();
        var header = headers.next();

        var context = Span.fromContext(TraceHeader.read(headers(header))).getSpanContext();

        assertThat(context).returns(true, SpanContext::isValid).returns(false, SpanContext::isSampled);
        assertThat("00-%s-%s-00".formatted(context.getTraceId(), context.getSpanId()))
                .isEqualTo(new String(header, US_ASCII))
                .isNotEqualTo(new String(first, US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({"00, false", "01, true", "02, false", "03, true", "ff, true", "0z, false"})
    void saysWhetherItIsSampled(String flags, boolean isSampled) {
        var header = "00-%s-%s-%s".formatted(TRACE, SPAN, flags).getBytes(US_ASCII);

        assertThat(TraceHeader.isSampled(header)).isEqualTo(isSampled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00_" + TRACE + "-" + SPAN + "-00", "00-" + TRACE + "-" + SPAN + "-0"})
    void isNoneIfItsFormIsAnother(String text) {
        assertThat(TraceHeader.of(headers(text.getBytes(US_ASCII)))).isNull();
    }

    private static Headers headers(byte[] value) {
        var record = new ProducerRecord<byte[], byte[]>("topic", new byte[0]);
        record.headers().add(TraceHeader.NAME, value);
        return record.headers();
    }
}
