package dev.postroad.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.subscribe.RetryAfterException;
import dev.postroad.contract.topic.DerivedTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a copy in one of the group's topics has to say, and whether it belongs there.
 *
 * @param source the record that was not handled
 * @param attempts how often it was handed to a handler in its place
 * @param failures how often it has failed itself in its place, while most records did not
 * @param thrown why it was not handled; null if it could not be read
 * @param isOutage whether most records fail
 */
record CopyCheck(
        Plan plan,
        DerivedTopics derived,
        ConsumerRecord<byte[], byte[]> source,
        Published message,
        int attempts,
        int failures,
        @Nullable Exception thrown,
        boolean isOutage,
        Instant now) {
    private static final int QUICK = 2;
    private static final int TRIALS = 5;

    static long number(Headers headers, String name, long otherwise) {
        var text = text(headers, name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader("__dlq.errors." + name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    void check(ProducerRecord<byte[], byte[]> copy) {
        assertThat(copy.key()).as("the copy's key").isEqualTo(source.key());
        assertThat(copy.value()).as("the copy's value").isEqualTo(source.value());
        assertThat(copy.headers().lastHeader(MessageBook.ID))
                .as("the message's own header")
                .isNotNull();
        checkTrail(copy.headers());
        if (copy.topic().equals(derived.deadLetters())) {
            checkReason(copy.headers());
        } else {
            checkDelay(copy);
        }
    }

    private void checkTrail(Headers headers) {
        var published = message.record();
        is(headers, "topic", published.topic());
        is(headers, "partition", published.partition());
        is(headers, "offset", published.offset());
        is(headers, "timestamp", published.timestamp());
        is(headers, "group", derived.group());
        is(headers, "delivery.count", number(source.headers(), "delivery.count", 0) + attempts);
        is(headers, "first.failure", number(source.headers(), "first.failure", now.toEpochMilli()));
        is(headers, "last.failure", now.toEpochMilli());
        if (thrown != null) {
            is(headers, "exception", thrown.getClass().getName());
            is(headers, "message", String.valueOf(thrown.getMessage()));
        } else {
            is(headers, "exception", "dev.postroad.client.subscribe.UnreadableRecordException");
        }
    }

    private void is(Headers headers, String name, Object expected) {
        assertThat(text(headers, name))
                .as("header %s of a copy of %s", name, message)
                .isEqualTo(expected.toString());
    }

    /** A dead letter is one that its handler has given up, that cannot be read, or that has had all its retries. */
    private void checkReason(Headers headers) {
        is(headers, "retries", used());
        assertThat(text(headers, "not.before")).isNull();
        if (message.fate() instanceof Fate.Unreadable) {
            return;
        }
        if (message.fate() instanceof Fate.GivesUp && !(thrown instanceof Fate.Drawn)) {
            return;
        }
        assertThat(thrown).as("why %s is a dead letter", message).isInstanceOf(Fate.Drawn.class);
        assertThat(isOutage).as("%s is a dead letter of an outage", message).isFalse();
        if (plan.keepsOrder() || plan.retries().delays().isEmpty()) {
            assertThat(failures)
                    .as("failures in its place of the dead letter %s", message)
                    .isGreaterThan(QUICK + plan.retries().delays().size());
        } else {
            assertThat(used())
                    .as("retries of %s", message)
                    .isEqualTo(plan.retries().delays().size());
            assertThat(message.failures())
                    .as("failures of the dead letter %s", message)
                    .isGreaterThan(plan.retries().delays().size());
        }
    }

    private int used() {
        return (int) number(source.headers(), "retries", 0);
    }

    private void checkDelay(ProducerRecord<byte[], byte[]> copy) {
        assertThat(plan.keepsOrder()).as("%s leaves its place", message).isFalse();
        var delays = plan.retries().delays();
        if (thrown instanceof RetryAfterException wish) {
            is(copy.headers(), "not.before", now.plus(wish.delay()).toEpochMilli());
            is(copy.headers(), "retries", used());
            assertThat(delays.stream().map(derived::retry)).contains(copy.topic());
            return;
        }
        assertThat(thrown).as("why %s is tried later", message).isInstanceOf(Fate.Drawn.class);
        if (isOutage) {
            assertThat(attempts).as("trials of %s", message).isGreaterThan(TRIALS);
            waits(copy, delays.get(0), used());
        } else {
            waits(copy, delays.get(used()), used() + 1);
        }
    }

    private void waits(ProducerRecord<byte[], byte[]> copy, Duration delay, int retries) {
        assertThat(copy.topic()).as("where %s waits", message).isEqualTo(derived.retry(delay));
        is(copy.headers(), "not.before", now.plus(delay).toEpochMilli());
        is(copy.headers(), "retries", retries);
    }
}
