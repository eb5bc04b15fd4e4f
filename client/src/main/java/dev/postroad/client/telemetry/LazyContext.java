package dev.postroad.client.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The context that a record's headers name, read when somebody asks for something in it. Few handlers do, and then what
 * they begin belongs to the record's trace, which is not sampled.
 */
final class LazyContext implements Context {
    private final Headers headers;

    /** A context is immutable, so it does no harm when two threads read it. */
    private @Nullable Context read;

    LazyContext(Headers headers) {
        this.headers = headers;
    }

    private Context read() {
        var known = read;
        if (known == null) {
            known = TraceHeader.read(headers);
            read = known;
        }
        return known;
    }

    @Override
    public <V> @Nullable V get(ContextKey<V> key) {
        return read().get(key);
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
        return read().with(key, value);
    }
}
