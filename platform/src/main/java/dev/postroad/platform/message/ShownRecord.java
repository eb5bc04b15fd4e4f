package dev.postroad.platform.message;

import dev.postroad.contract.version.ContractVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as a person sees it.
 *
 * @param partition counted from 0
 * @param offset within the partition
 * @param timestamp of the record
 * @param key as text, masked if it is personal data; empty if the record has none
 * @param version the contract version that it was published with, if it names one
 * @param json the message with personal data masked; empty if the record cannot be read
 * @param problem why the record cannot be read, if so
 */
public record ShownRecord(
        int partition,
        long offset,
        Instant timestamp,
        Optional<String> key,
        Optional<ContractVersion> version,
        Optional<String> json,
        Optional<String> problem) {}
