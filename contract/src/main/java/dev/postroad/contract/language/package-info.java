/**
 * The contract language: the generated classes of {@code postroad/contract.proto}, and the reading of its options.
 *
 * <p>A contract imports {@code postroad/contract.proto} from this module's jar. Extension numbers 57320 and 57321 of
 * {@code google.protobuf.MessageOptions} and {@code FieldOptions} are taken.
 */
@NullMarked
package dev.postroad.contract.language;

import org.jspecify.annotations.NullMarked;
