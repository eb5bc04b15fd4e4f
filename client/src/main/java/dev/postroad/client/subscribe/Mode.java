package dev.postroad.client.subscribe;

import java.time.Duration;

/** In which order, and how many at once, a subscription's records are handled. */
public sealed interface Mode {
    /**
     * Records of a partition are handled one at a time, in their order; those of several partitions at once, up to 16.
     */
    static RecordMode ordered() {
        return new Ordered();
    }

    /**
     * Records with equal keys are handled one at a time, in their order; those with different keys at once, also of one
     * partition. Records without a key have no order.
     *
     * @param concurrency how many records are handled at once, 1 to 10,000
     * @throws IllegalArgumentException if it is out of range
     */
    static RecordMode keyed(int concurrency) {
        return new Keyed(concurrency);
    }

    /**
     * Records of a partition are handled in batches, in their order; batches of several partitions at once, up to 16.
     *
     * @param size the most records of a batch, 1 to 5,000
     * @param wait how long the first record of a batch waits for others, up to a minute; zero to take what is there
     * @throws IllegalArgumentException if a value is out of range
     */
    static BatchMode batch(int size, Duration wait) {
        return new BatchMode(size, wait);
    }

    /** In one word: ordered, keyed or batch. */
    default String label() {
        return this instanceof Ordered ? "ordered" : this instanceof Keyed ? "keyed" : "batch";
    }

    /** A mode that hands the handler one record at a time. */
    sealed interface RecordMode extends Mode {}

    /** By partition. */
    record Ordered() implements RecordMode {}

    /**
     * By key.
     *
     * @param concurrency how many records are handled at once
     */
    record Keyed(int concurrency) implements RecordMode {
        private static final int MOST = 10_000;

        public Keyed {
            if (concurrency < 1 || concurrency > MOST) {
                throw new IllegalArgumentException(
                        "keyed(%d): at least 1 and at most 10,000 records can be handled at once"
                                .formatted(concurrency));
            }
        }
    }

    /**
     * By partition, in batches.
     *
     * @param size the most records of a batch
     * @param linger how long the first record of a batch waits for others
     */
    record BatchMode(int size, Duration linger) implements Mode {
        private static final int MOST = 5_000;
        private static final Duration LONGEST = Duration.ofMinutes(1);

        public BatchMode {
            if (size < 1 || size > MOST) {
                throw new IllegalArgumentException(
                        "batch(%d, %s): a batch has at least 1 and at most 5,000 records".formatted(size, linger));
            }
            if (linger.isNegative() || linger.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "batch(%d, %s): a batch can wait for zero to sixty seconds".formatted(size, linger));
            }
        }
    }
}
