package dev.postroad.compiler.bus;

/**
 * A Kafka cluster of the bus.
 *
 * @param environment such as {@code prod}
 * @param bootstrap {@code host:port}, several separated by commas
 */
public record Cluster(String environment, String bootstrap) {}
