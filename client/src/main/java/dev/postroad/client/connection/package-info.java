/**
 * The connection to Kafka: clients with Postroad's standard settings, and a look before the first message whether the
 * broker answers and the topic is there. What is wrong is said in one sentence within seconds, instead of Kafka's
 * minute of retries.
 */
@NullMarked
package dev.postroad.client.connection;

import org.jspecify.annotations.NullMarked;
