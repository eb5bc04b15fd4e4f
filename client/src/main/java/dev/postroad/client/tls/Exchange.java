package dev.postroad.client.tls;

import java.nio.ByteBuffer;

/**
 * The requests and responses on one connection, counted by Kafka's framing: each is preceded by its length in four
 * bytes. Used by the connection's thread only.
 */
final class Exchange {
    private final Direction requests = new Direction();
    private final Direction responses = new Direction();

    void sent(ByteBuffer bytes) {
        requests.pass(bytes);
    }

    void received(ByteBuffer bytes) {
        responses.pass(bytes);
    }

    /** Whether no request is under way: each that was begun has had its response. */
    boolean isQuiet() {
        return requests.begun == responses.begun && requests.isBetween() && responses.isBetween();
    }

    /** Whether the next byte begins a request. */
    boolean isBetweenRequests() {
        return requests.isBetween();
    }

    private static final class Direction {
        private long begun;
        private int lengthBytes;
        private int length;
        private int left;

        boolean isBetween() {
            return left == 0 && lengthBytes == 0;
        }

        void pass(ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                if (left > 0) {
                    var skipped = Math.min(left, bytes.remaining());
                    bytes.position(bytes.position() + skipped);
                    left -= skipped;
                } else {
                    readLength(bytes.get());
                }
            }
        }

        private void readLength(byte next) {
            if (lengthBytes == 0) {
                begun++;
                length = 0;
            }
            length = length << Byte.SIZE | Byte.toUnsignedInt(next);
            lengthBytes++;
            if (lengthBytes == Integer.BYTES) {
                lengthBytes = 0;
                left = length;
            }
        }
    }
}
