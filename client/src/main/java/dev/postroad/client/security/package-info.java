/**
 * How a service and its brokers know each other: {@link dev.postroad.client.security.Security} is the one value that
 * every Kafka client of a service is made with, from {@link dev.postroad.client.tls.Tls} (encryption, and certificates
 * of both sides) and {@link dev.postroad.client.security.Sasl} (a name and a secret).
 *
 * <p>{@link dev.postroad.client.security.SecurityVariable} declares the environment variables. SASL is Kafka's own; it
 * is given the properties that Kafka documents. A secret is never in a text that is meant to be read: not in
 * {@code toString}, not in a log event, not in the message of an exception.
 *
 * <p>The values may be shared by threads.
 */
@NullMarked
package dev.postroad.client.security;

import org.jspecify.annotations.NullMarked;
