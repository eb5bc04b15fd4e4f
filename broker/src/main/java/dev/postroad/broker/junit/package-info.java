/**
 * JUnit Jupiter and the embedded broker: tests that need a broker say so and are given one.
 *
 * <pre>{@code
 * @ExtendWith(BrokerExtension.class)
 * class BillingTest {
 *     @Test
 *     void billsAnOrderOnce(EmbeddedBroker broker, UniqueNames names) {
 *         var topic = names.topic();
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>Starting a broker takes far longer than using it, so all test classes of a run share one; it starts with the first
 * test that asks for it and is closed when the run ends. What keeps the tests apart are names: topics and groups that
 * are named by {@link dev.postroad.broker.junit.UniqueNames} belong to one test alone, also when tests run in parallel.
 * A test that needs a broker in a certain state or with settings of its own starts an
 * {@link dev.postroad.broker.embedded.EmbeddedBroker} itself.
 *
 * <p>JUnit 6 is needed to use this package, and does not come with this module.
 */
@NullMarked
package dev.postroad.broker.junit;

import org.jspecify.annotations.NullMarked;
