package dev.postroad.client.lane;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Keys of records as lanes compare them: by partition and bytes. */
final class RecordKey {
    private RecordKey() {}

    /** What equals for two records only if they are of the same partition and have equal keys. */
    static Object of(InFlight record) {
        var key = record.received().key();
        // Nothing has to wait for a record without a key.
        return key == null ? record : new Key(record.assignment().partition().partition(), ByteBuffer.wrap(key));
    }

    /** A hash whose low bits are spread; records without a key go round. */
    static int spread(InFlight record) {
        var key = record.received().key();
        var hash = key == null
                ? Long.hashCode(record.received().offset())
                : 31 * Arrays.hashCode(key) + record.assignment().partition().partition();
        return mix(hash);
    }

    /** The finaliser of MurmurHash3: each bit of the hash changes each bit of the result with a chance of a half. */
    private static int mix(int hash) {
        var mixed = hash;
        mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }

    private record Key(int partition, ByteBuffer bytes) {}
}
