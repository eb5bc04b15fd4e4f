/**
 * Publishing: a message is checked against its contract, gets its key from the contract, and is sent with the
 * contract's version in a header.
 *
 * <p>A message that breaks its contract never leaves the process: {@link dev.postroad.client.publish.Publisher#publish}
 * throws at once, in the caller's thread, with every violation. Delivery itself is a future. Publishers are safe for
 * use by several threads. What a contract asks of a message is an {@link dev.postroad.client.publish.Admission}, which
 * serializers for Kafka's own producers go by as well.
 */
@NullMarked
package dev.postroad.client.publish;

import org.jspecify.annotations.NullMarked;
