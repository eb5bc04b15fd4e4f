package dev.postroad.client.subscribe;

import dev.postroad.contract.version.ContractVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * The record that a message came in.
 *
 * @param topic Kafka's name of the topic
 * @param partition counted from 0
 * @param offset within the partition
 * @param timestamp of the record, usually when it was published
 * @param version the contract version that the message was published with, if the record names one
 */
public record Context(String topic, int partition, long offset, Instant timestamp, Optional<ContractVersion> version) {}
