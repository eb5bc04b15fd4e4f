/**
 * A cluster of several Kafka brokers on one machine, for tests of what happens when brokers fail.
 *
 * <p>{@link dev.postroad.broker.cluster.EmbeddedCluster} is the door. Each node is a process of its own, so that it can
 * be killed and suspended as the operating system does it: {@code ClusterNode} is what runs in it, {@code NodePlace}
 * what it is told, {@code NodeProcess} the hold that the parent has of it. What a node does is in
 * {@code dev.postroad.broker.embedded}.
 *
 * <p>A node ends when its parent does, because it reads its standard input, which is a pipe from the parent. It says
 * that it serves by creating a file; what it logs goes to a file as well, since the standard output of a JVM belongs to
 * whoever configures the logging.
 *
 * <p>A cluster may be used by several threads, one at a time.
 */
@NullMarked
package dev.postroad.broker.cluster;

import org.jspecify.annotations.NullMarked;
