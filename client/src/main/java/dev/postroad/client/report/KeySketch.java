package dev.postroad.client.report;

import dev.postroad.contract.report.HotKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Which share of records the most frequent key has, and how many keys there are, from one record in 64: the counts are
 * those of the Space-Saving algorithm (Metwally et al., 2005) with 64 counters, the number of keys is estimated as
 * HyperLogLog does (Flajolet et al., 2007) with 256 registers. Keys themselves are not kept, only hashes.
 *
 * <p>What is old counts less: whenever 10,000 samples have come, all counts are halved, and the keys are counted anew.
 * Safe for use by several threads.
 */
final class KeySketch {
    /** One record in so many is looked at. */
    static final int SAMPLED = 64;

    private static final int COUNTERS = 64;
    private static final int REGISTERS = 256;
    private static final int REGISTER_BITS = 8;
    private static final long MOST_SAMPLES = 10_000;

    private final long[] hashes = new long[COUNTERS];
    private final long[] counts = new long[COUNTERS];
    private final long[] errors = new long[COUNTERS];
    private final byte[] registers = new byte[REGISTERS];
    private long samples;
    private long distinctBefore;

    /** The most frequent keys that are told. */
    private static final int TOLD = 3;

    /** A key is told if so large a share of the samples has it. */
    private static final double TOLD_FROM = 0.05;

    /** What is known of the keys. */
    record Keys(long samples, double hottestShare, long distinct, List<HotKey> hot) {}

    /** Whether the next record is one that is looked at. */
    static boolean isSampled() {
        return (ThreadLocalRandom.current().nextInt() & SAMPLED - 1) == 0;
    }

    /** Looks at the key of a sampled record. */
    void add(byte[] key) {
        var hash = hash(key);
        synchronized (this) {
            count(hash);
            register(hash);
            if (++samples == MOST_SAMPLES) {
                age();
            }
        }
    }

    private void count(long hash) {
        var least = 0;
        for (var index = 0; index < COUNTERS; index++) {
            if (counts[index] > 0 && hashes[index] == hash) {
                counts[index]++;
                return;
            }
            if (counts[index] < counts[least]) {
                least = index;
            }
        }
        // The key may have been counted before, and pushed out: not more often than what it pushes out.
        errors[least] = counts[least];
        hashes[least] = hash;
        counts[least]++;
    }

    private void register(long hash) {
        var index = (int) (hash >>> Long.SIZE - REGISTER_BITS);
        var rank = (byte) (Long.numberOfLeadingZeros(hash << REGISTER_BITS | 1) + 1);
        registers[index] = (byte) Math.max(registers[index], rank);
    }

    private void age() {
        distinctBefore = distinct();
        Arrays.fill(registers, (byte) 0);
        samples /= 2;
        for (var index = 0; index < COUNTERS; index++) {
            counts[index] /= 2;
            errors[index] /= 2;
        }
    }

    synchronized Keys keys() {
        var hottest = 0L;
        for (var index = 0; index < COUNTERS; index++) {
            hottest = Math.max(hottest, counts[index] - errors[index]);
        }
        var share = samples == 0 ? 0 : (double) hottest / samples;
        return new Keys(samples, share, Math.max(distinctBefore, distinct()), hot());
    }

    private List<HotKey> hot() {
        return IntStream.range(0, COUNTERS)
                .filter(index -> counts[index] - errors[index] > TOLD_FROM * samples)
                .mapToObj(index -> HotKey.newBuilder()
                        .setHash(hashes[index])
                        .setShare((double) (counts[index] - errors[index]) / samples)
                        .build())
                .sorted(Comparator.comparingDouble(HotKey::getShare).reversed())
                .limit(TOLD)
                .toList();
    }

    private long distinct() {
        var sum = 0.0;
        var empty = 0;
        for (var register : registers) {
            sum += Math.pow(2, -register);
            empty += register == 0 ? 1 : 0;
        }
        var estimate = 0.7213 / (1 + 1.079 / REGISTERS) * REGISTERS * REGISTERS / sum;
        // While registers are empty, counting these is closer: linear counting.
        return Math.round(
                estimate <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * Math.log((double) REGISTERS / empty) : estimate);
    }

    /** FNV-1a, and the finaliser of MurmurHash3, so that each bit of the hash depends on the whole key. */
    private static long hash(byte[] key) {
        var hash = 0xcbf29ce484222325L;
        for (var each : key) {
            hash = (hash ^ each & 0xff) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
