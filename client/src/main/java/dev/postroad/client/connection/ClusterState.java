package dev.postroad.client.connection;

/**
 * A cluster that answers.
 *
 * @param id Kafka's identifier of the cluster
 * @param brokers how many brokers are alive
 */
public record ClusterState(String id, int brokers) {}
