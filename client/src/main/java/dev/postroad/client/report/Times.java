package dev.postroad.client.report;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Instants as Protobuf writes them. */
final class Times {
    private Times() {}

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
