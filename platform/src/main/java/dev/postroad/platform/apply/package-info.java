/**
 * Brings declared topics to a cluster.
 *
 * <p>{@link dev.postroad.platform.apply.TopicDesign} turns a contract's intent into Kafka's settings, with the
 * arithmetic to show. {@link dev.postroad.platform.apply.TopicApplier} creates what is missing. What is there already
 * is never altered and never deleted; where it differs from the design, the difference is told.
 */
@NullMarked
package dev.postroad.platform.apply;

import org.jspecify.annotations.NullMarked;
