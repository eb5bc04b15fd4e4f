package dev.postroad.client.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.tls.MovedClock;
import dev.postroad.contract.check.Violation;
import dev.postroad.contract.topic.Contract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class ViolationLogTest {
    private static final Contract CONTRACT = Contract.of(OrderPlaced.getDescriptor());
    private static final List<Violation> BROKEN = List.of(
            new Violation("items", "int32.gt", "must be greater than 0"),
            new Violation("", "order.whole", "order of Ada is not whole"));

    private final MovedClock clock = new MovedClock();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ViolationLog.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final ViolationLog log = new ViolationLog("it is broken", clock);

    ViolationLogTest() {
        logged.start();
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(logged);
    }

    @AfterEach
    void leaveTheLogAlone() {
        logger.detachAppender(logged);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    @Test
    void namesFieldsAndRulesAndNoValue() {
        log.add(CONTRACT, BROKEN);

        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).isEqualTo("it is broken");
            assertThat(event.getKeyValuePairs())
                    .containsExactly(
                            new KeyValuePair("topic", "orders.order-placed.v1"),
                            new KeyValuePair("broken", "items int32.gt, order.whole"),
                            new KeyValuePair("count", 1L));
        });
    }

    @Test
    void speaksOnceAMinute() {
        log.add(CONTRACT, BROKEN);
        log.add(CONTRACT, BROKEN);
        clock.forward(Duration.ofMinutes(1));
        log.add(CONTRACT, BROKEN);

        assertThat(log.count()).isEqualTo(3);
        assertThat(logged.list)
                .extracting(event -> event.getKeyValuePairs().get(2).value)
                .containsExactly(1L, 3L);
    }
}
