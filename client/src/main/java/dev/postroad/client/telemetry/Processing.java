package dev.postroad.client.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** The handling of a record or a batch within its trace, by the thread that has begun it. */
public final class Processing {
    private final @Nullable Span span;
    private final Scope scope;

    private Processing(@Nullable Span span, Scope scope) {
        this.span = span;
        this.scope = scope;
    }

    // Closed by end().
    @SuppressWarnings("MustBeClosedChecker")
    static Processing of(Span span) {
        return new Processing(span, span.makeCurrent());
    }

    /** One that is not sampled. */
    // Closed by end().
    @SuppressWarnings("MustBeClosedChecker")
    static Processing in(Context context) {
        return new Processing(null, context.makeCurrent());
    }

    /** What has gone wrong. */
    public void failed(Throwable failure) {
        if (span != null) {
            PublishTracing.failed(span, failure);
        }
    }

    /** Ends it. */
    public void end() {
        scope.close();
        if (span != null) {
            span.end();
        }
    }
}
