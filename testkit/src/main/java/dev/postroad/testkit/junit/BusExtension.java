package dev.postroad.testkit.junit;

import dev.postroad.broker.junit.BrokerExtension;
import dev.postroad.testkit.bus.TestBus;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link TestBus} on the embedded broker that all test classes of a run share, with topics and groups
 * that no other test has.
 *
 * <pre>{@code
 * @ExtendWith(BusExtension.class)
 * class BillingTest {
 *     @Test
 *     void billsAnOrderOnce(TestBus test) {
 *         new Billing(test.connect("billing")).start();
 *         test.publish(order);
 *         …
 *     }
 * }
 * }</pre>
 */
public final class BusExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(BusExtension.class);
    private static final int DIGITS = 8;

    private final BrokerExtension brokers = new BrokerExtension();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TestBus.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        // JUnit closes what a test's store holds when the test ends.
        return test.getStore(NAMESPACE).computeIfAbsent(TestBus.class, key -> bus(test), TestBus.class);
    }

    private TestBus bus(ExtensionContext test) {
        var digest = UUID.nameUUIDFromBytes(test.getUniqueId().getBytes(StandardCharsets.UTF_8));
        return new TestBus(
                brokers.broker(test), "t%s".formatted(digest.toString().substring(0, DIGITS)));
    }
}
