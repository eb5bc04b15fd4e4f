/**
 * Services as processes of their own, which are killed, suspended and replaced, as are the brokers that they use, and
 * ledgers of what they did: from them follows whether an order was lost, came out of order, or had to wait.
 */
@NullMarked
package dev.postroad.client.fault;

import org.jspecify.annotations.NullMarked;
