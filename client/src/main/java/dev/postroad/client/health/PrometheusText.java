package dev.postroad.client.health;

import dev.postroad.contract.report.Histogram;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Prometheus' text format, version 0.0.4, of metrics whose names begin with {@code postroad_client_}. */
final class PrometheusText {
    private static final int FIRST_DOUBLING = 10;
    private static final int LAST_DOUBLING = 30;
    private static final int BUCKETS_PER_DOUBLING = 4;
    private static final double MICROS_PER_SECOND = 1_000_000;

    private final StringBuilder text = new StringBuilder();

    /**
     * A metric, and where its values come from.
     *
     * @param type counter or gauge
     */
    record Family<T>(String name, String type, String help, ToDoubleFunction<T> value) {
        static <T> Family<T> counter(String name, String help, ToDoubleFunction<T> value) {
            return new Family<>(name, "counter", help, value);
        }

        static <T> Family<T> gauge(String name, String help, ToDoubleFunction<T> value) {
            return new Family<>(name, "gauge", help, value);
        }
    }

    static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** A value for each of several things. */
    <T> void families(List<Family<T>> families, List<T> all, Function<T, String> labels) {
        for (var family : families) {
            head(family.name(), family.type(), family.help());
            all.forEach(each ->
                    line(family.name(), labels.apply(each), family.value().applyAsDouble(each)));
        }
    }

    /** A value of the process. */
    void single(String name, String type, String help, double value) {
        head(name, type, help);
        line(name, "", value);
    }

    /** A histogram for each of several things. */
    <T> void histograms(
            String name, String help, List<T> all, Function<T, String> labels, Function<T, Histogram> histogram) {
        head(name, "histogram", help);
        for (var each : all) {
            var buckets = histogram.apply(each).getBucketsList();
            var seen = 0L;
            var next = 0;
            for (var doubling = FIRST_DOUBLING; doubling <= LAST_DOUBLING; doubling++) {
                for (; next < Math.min(buckets.size(), doubling * BUCKETS_PER_DOUBLING); next++) {
                    seen += buckets.get(next);
                }
                var bound = Double.toString((1L << doubling) / MICROS_PER_SECOND);
                line(name + "_bucket", labels.apply(each) + ',' + label("le", bound), seen);
            }
            var count = buckets.stream().mapToLong(Long::longValue).sum();
            line(name + "_bucket", labels.apply(each) + ',' + label("le", "+Inf"), count);
            line(name + "_sum", labels.apply(each), sum(buckets));
            line(name + "_count", labels.apply(each), count);
        }
    }

    /** In seconds, each duration taken for the middle of its bucket: at most 9 % off. */
    private static double sum(List<Long> buckets) {
        var micros = 0.0;
        for (var bucket = 0; bucket < buckets.size(); bucket++) {
            micros += buckets.get(bucket) * Math.pow(2, (bucket + 0.5) / BUCKETS_PER_DOUBLING);
        }
        return micros / MICROS_PER_SECOND;
    }

    void head(String name, String type, String help) {
        text.append("# HELP postroad_client_")
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE postroad_client_")
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
    }

    void line(String name, String labels, double value) {
        var shown = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        text.append("postroad_client_").append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ');
        text.append(shown).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
