/**
 * {@code postroad dlt}: looking at the records that a consumer group has given up, and giving them back to it.
 *
 * <p>What is shown is masked where it is personal data. The text of a reason is the service's own.
 */
@NullMarked
package dev.postroad.cli.deadletter;

import org.jspecify.annotations.NullMarked;
