package dev.postroad.contract.cel;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** CEL's {@code now}, as protovalidate declares it. */
public final class Clock {
    private Clock() {}

    /** The present time, by the machine's clock. */
    public static Timestamp now() {
        var now = Instant.now();
        return Timestamp.newBuilder()
                .setSeconds(now.getEpochSecond())
                .setNanos(now.getNano())
                .build();
    }
}
