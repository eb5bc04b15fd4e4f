/**
 * The contract version: a GUID over all that two parties must agree on to exchange a message.
 *
 * <p>Two descriptors have the same version exactly if they agree on the topic's name and key and, for each message and
 * enum reachable from the contract's message, on names, numbers, types, cardinality and presence, JSON names, oneofs,
 * default values, validation constraints and personal data. What leaves the exchange alone is left out: comments, file
 * names, order in the file, packing, reserved ranges, language options, and the topic's owner, retention, rate,
 * visibility, stage and lifecycle. A reorganisation is no new version.
 */
@NullMarked
package dev.postroad.contract.version;

import org.jspecify.annotations.NullMarked;
