package dev.postroad.client.settings;

/**
 * What is traced.
 *
 * @param mode how handling stands to publishing
 * @param ratio how many of the records that begin a trace are sampled, from 0 to 1; those that continue one follow it
 */
public record Tracing(TraceMode mode, double ratio) {
    public Tracing {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException(
                    "traces cannot be sampled with a ratio of %s; use 0 to 1".formatted(ratio));
        }
    }
}
