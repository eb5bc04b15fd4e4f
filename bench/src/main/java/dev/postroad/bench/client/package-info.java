/**
 * What the client costs beside Kafka's own and beside Confluent's Parallel Consumer: each measured in turn in one run,
 * on the same records of a broker that is a process of its own.
 */
@NullMarked
package dev.postroad.bench.client;

import org.jspecify.annotations.NullMarked;
