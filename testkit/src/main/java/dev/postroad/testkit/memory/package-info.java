/**
 * Kafka's clients as far as Postroad's client uses them, on logs in memory: each topic is there once it is asked for, a
 * group has one member, which has all partitions. Nothing here is a broker: no replicas, no rights, no transactions.
 */
@NullMarked
package dev.postroad.testkit.memory;

import org.jspecify.annotations.NullMarked;
