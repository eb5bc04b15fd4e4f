package dev.postroad.client.subscribe;

import com.google.protobuf.ByteString;
import dev.postroad.contract.version.ContractVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * The record that a message came in. For a retry it is the record that was published, not its copy in a topic for
 * delayed retries: topic, partition and offset together name a message once and for all.
 *
 * @param topic Kafka's name of the topic
 * @param partition counted from 0
 * @param offset within the partition
 * @param timestamp of the record, usually when it was published
 * @param key as it is on the wire: text in UTF-8, raw bytes, or an integer as decimal text; none if the record has none
 * @param version the contract version that the message was published with, if the record names one
 * @param attempt how often a handler was given the record, this time included; it begins anew where the group does not
 *     know better, as after a crash
 */
public record Context(
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        Optional<ByteString> key,
        Optional<ContractVersion> version,
        int attempt) {}
