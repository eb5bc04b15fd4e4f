/**
 * A Kafka broker inside this JVM, for development and tests: the real server, in KRaft combined mode (broker and
 * controller at once), reachable through loopback only. It is a cluster of its own, or one of several members.
 *
 * <p>{@link dev.postroad.broker.embedded.EmbeddedBroker} is the door.
 * {@link dev.postroad.broker.embedded.BrokerSettings} says where the data is kept and which port is used;
 * {@link dev.postroad.broker.embedded.ClusterMember} says who the other members are;
 * {@link dev.postroad.broker.embedded.BrokerStartException} says why a start failed and what to do;
 * {@link dev.postroad.broker.embedded.BrokerFailure} tells that a running broker has died.
 *
 * <p>Kafka's server classes come without a promise of compatibility, so they are used in this package only, and mostly
 * in {@code KafkaNode}. Clients, topics and everything else that speaks Kafka's protocol belong to the callers.
 *
 * <p>Kafka thinks that it owns the process: on a fault it halts the JVM. Here every thread of a broker lives in a
 * thread group of its own ({@code BrokerThreads}), which tells whose request to end the process it was; the request
 * becomes a {@code BrokerFailure} of that broker. Requests from any other thread keep Kafka's meaning. The handlers
 * behind this are one per JVM, as are Kafka's metrics and MBeans: with two brokers in a JVM, figures of both are mixed.
 *
 * <p>A broker may be started, asked and closed from any thread. Its own threads are not daemons: a JVM in which a
 * broker was not closed does not end by itself.
 */
@NullMarked
package dev.postroad.broker.embedded;

import org.jspecify.annotations.NullMarked;
