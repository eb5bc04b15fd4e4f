/**
 * TLS with certificates from PEM files, which may be replaced while the service runs.
 *
 * <p>{@link dev.postroad.client.tls.PemFiles} says where they are; {@link dev.postroad.client.tls.Tls} holds what is in
 * use. A daemon thread looks at the files' content each ten seconds, for as long as a Kafka client uses it: times of
 * files and events of the file system do not tell of the symbolic links that Kubernetes swaps. New content is read and
 * checked as a whole ({@code Material}) before it replaces the old; what is refused is said once, and the last good one
 * stays in use.
 *
 * <p>{@link dev.postroad.client.tls.TlsEngineFactory} is Kafka's door: each new connection begins with the newest
 * certificate. A connection that is open has the identity that it began with, for TLS 1.3 knows no other, and Kafka has
 * no setting that ends one that is busy. So the engine of such a connection ({@code RetiringEngine}) says after a while
 * that it is closed, at a moment when no request waits for its response. To Kafka's client this is a broker that closed
 * the connection: it connects again and repeats the one request that it was about to send.
 *
 * <p>Not here: SASL, and which of both is used, which {@code dev.postroad.client.security} knows.
 */
@NullMarked
package dev.postroad.client.tls;

import org.jspecify.annotations.NullMarked;
