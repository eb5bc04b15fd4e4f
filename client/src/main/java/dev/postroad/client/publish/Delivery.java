package dev.postroad.client.publish;

import java.time.Instant;

/**
 * Where a message was stored, acknowledged by all in-sync replicas.
 *
 * @param topic Kafka's name of the topic
 * @param partition counted from 0
 * @param offset within the partition
 * @param timestamp of the record
 */
public record Delivery(String topic, int partition, long offset, Instant timestamp) {}
