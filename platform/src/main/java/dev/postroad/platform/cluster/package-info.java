/** A connection to a Kafka cluster for tools: it answers or fails within seconds, with one sentence. */
@NullMarked
package dev.postroad.platform.cluster;

import org.jspecify.annotations.NullMarked;
