/**
 * What goes on at a bus, as one immutable value.
 *
 * <p>{@link dev.postroad.platform.snapshot.Sampler} asks the cluster and reads the clients' reports, and joins both to
 * a {@link dev.postroad.platform.snapshot.BusSnapshot}. The joining is done by pure values
 * ({@link dev.postroad.platform.snapshot.ReportBook}); only the sampler talks to Kafka.
 */
@NullMarked
package dev.postroad.platform.snapshot;

import org.jspecify.annotations.NullMarked;
