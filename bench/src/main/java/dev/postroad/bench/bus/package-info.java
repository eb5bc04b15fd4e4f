/**
 * Large bus repositories for measurements: the same seed and size give the same files, byte for byte.
 *
 * <p>{@link dev.postroad.bench.bus.SyntheticBus} is a bus as many teams would have it: domains with contracts, types
 * that contracts share, services that publish and subscribe. {@link dev.postroad.bench.bus.Change} is what a pull
 * request does to a contract. What fields there can be stands in {@code fields.txt} beside the classes.
 */
@NullMarked
package dev.postroad.bench.bus;

import org.jspecify.annotations.NullMarked;
