package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Makes valid messages of any type. */
public final class ExampleMessages {
    /** The seed whose messages have the most usual value in each field, for a page. */
    public static final long USUAL = 0;

    private static final Instant MONDAY = Instant.parse("2025-06-16T09:30:00Z");

    private final Clock clock;

    /** Messages whose times are near the clock's. */
    public ExampleMessages(Clock clock) {
        this.clock = clock;
    }

    /**
     * Messages whose times are on one day of 2025, so that they stay the same. There is none for a type whose rules ask
     * for a time near the present.
     */
    public static ExampleMessages thatStay() {
        return new ExampleMessages(Clock.fixed(MONDAY, ZoneOffset.UTC));
    }

    /**
     * A valid message; empty if none was found within the bound of the search, or if the type's constraints do not
     * compile.
     */
    public Optional<DynamicMessage> of(Descriptor type, long seed) {
        var checks = new Checks();
        var message = new MessageMaker(checks, seed, clock.instant()).make(type);
        return message.isInitialized() && checks.of(type).violations(message).isEmpty()
                ? Optional.of(message)
                : Optional.empty();
    }
}
