package dev.postroad.client.tls;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What there is to know about the certificates of one client.
 *
 * @param daysLeft whole days until the service's certificate, or one of its issuers in the file, expires; negative
 *     afterwards; empty if there is none
 * @param rotations how many times new content came into use
 * @param refusals how many times new content was refused
 * @param refused why the content that is in the files is refused; empty if what is in the files is in use
 */
public record TlsFigures(OptionalLong daysLeft, long rotations, long refusals, Optional<String> refused) {}
