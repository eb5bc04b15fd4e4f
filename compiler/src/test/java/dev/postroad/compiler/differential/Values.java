package dev.postroad.compiler.differential;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Values beside limits: just below, on, and just above them; and values that are odd in themselves. */
record Values(Chance chance, Limits limits) {
    private static final List<String> SAMPLES = samples();
    /** Rules may speak of the present; values are an hour, or many years, away from it. */
    private static final long PRESENT = Instant.now().getEpochSecond();

    private static final int LONGEST = 300;
    private static final int HUGE = 100_000;

    private static List<String> samples() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/differential/texts.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long integer() {
        if (chance.oneIn(6) || limits.integers().isEmpty()) {
            return chance.of(
                    0L,
                    1L,
                    -1L,
                    2L,
                    10L,
                    (long) Integer.MAX_VALUE,
                    (long) Integer.MIN_VALUE,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    chance.anyLong());
        }
        return chance.any(limits.integers()) + chance.between(-1, 1);
    }

    double floating() {
        if (chance.oneIn(6) || limits.floats().isEmpty()) {
            return chance.of(
                    0.0,
                    -0.0,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    1.0,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    -1.5,
                    1e30);
        }
        var limit = chance.any(limits.floats());
        return chance.of(limit, limit, Math.nextUp(limit), Math.nextDown(limit), limit + 1, limit - 1, -limit);
    }

    /** The neighbours that a float has are those of its own precision. */
    float single() {
        var value = (float) floating();
        return chance.of(value, value, Math.nextUp(value), Math.nextDown(value));
    }

    String text() {
        return switch (chance.below(8)) {
            case 0 ->
                chance.of(
                        "",
                        "",
                        "a",
                        "\u00e9",
                        "e\u0301",
                        "\ud83d\ude00",
                        "\n",
                        "10",
                        "-7",
                        "true",
                        "2001-09-09T01:46:40Z",
                        "1h");
            case 1, 2 -> ofLength();
            case 3, 4 -> limits.texts().isEmpty() ? sample() : chanced(chance.any(limits.texts()));
            default -> limits.formats().isEmpty() ? chance.oneIn(2) ? sample() : ofLength() : sample();
        };
    }

    private String ofLength() {
        var limit = limits.integers().isEmpty() ? chance.below(6) : chance.any(limits.integers());
        var near = (int) Math.max(0, Math.min(LONGEST, limit + chance.between(-1, 1)));
        var length = chance.oneIn(3_000) ? HUGE : near;
        return chance.of("a", "b", "\u00e9", "\u65e5", "\ud83d\ude00", "ab").repeat(length);
    }

    private String sample() {
        var own = SAMPLES.stream()
                .filter(line -> limits.formats().contains(line.substring(0, line.indexOf(' '))))
                .toList();
        var line = chance.any(own.isEmpty() || chance.oneIn(6) ? SAMPLES : own);
        var text = line.substring(line.indexOf(' ') + 1);
        return chance.oneIn(5) ? chanced(text) : text;
    }

    /** The text, or one that differs from it a little. */
    private String chanced(String text) {
        var place = chance.below(text.length() + 1);
        return switch (chance.below(6)) {
            case 0 -> text + chance.of("a", " ", "\u00e9", "\n");
            case 1 -> chance.of("a", " ", "\u00e9", "x") + text;
            case 2 -> text.substring(0, place);
            case 3 -> text.substring(0, place) + chance.of(".", "-", "a", "\ud83d\ude00") + text.substring(place);
            default -> text;
        };
    }

    ByteString bytes() {
        return switch (chance.below(6)) {
            case 0 -> ByteString.EMPTY;
            case 1 -> ByteString.copyFrom(new byte[chance.of(4, 16, 4, 16, 5, 15)]);
            case 2 -> ByteString.copyFromUtf8(text());
            case 3 -> ByteString.copyFrom(new byte[] {(byte) 0xff, 'a'});
            default ->
                limits.bytes().isEmpty()
                        ? ByteString.copyFromUtf8(ofLength())
                        : chance.any(limits.bytes()).concat(ByteString.copyFromUtf8(chance.of("", "", "a", "z")));
        };
    }

    Timestamp timestamp() {
        if (chance.oneIn(3) || limits.times().isEmpty()) {
            var seconds = chance.of(
                    PRESENT - 3_600,
                    PRESENT + 3_600,
                    PRESENT + 3_600,
                    0L,
                    946_684_800L,
                    4_102_444_800L,
                    253_402_300_799L,
                    -62_135_596_800L,
                    chance.oneIn(8) ? 253_402_300_800L : 1L);
            return Timestamp.newBuilder()
                    .setSeconds(seconds)
                    .setNanos(chance.of(0, 0, 1, 999_999_999, chance.oneIn(8) ? -1 : 5))
                    .build();
        }
        var near = near();
        return Timestamp.newBuilder()
                .setSeconds(near.getSeconds())
                .setNanos(near.getNanos())
                .build();
    }

    Duration duration() {
        return limits.times().isEmpty() || chance.oneIn(5)
                ? Duration.newBuilder()
                        .setSeconds(chance.of(
                                0L, 1L, -1L, 3_600L, 315_576_000_000L, chance.oneIn(8) ? 315_576_000_001L : 60L))
                        .setNanos(chance.of(0, 0, 1, 999_999_999))
                        .build()
                : near();
    }

    /** A limit of time, a nanosecond less, or a nanosecond more. */
    private Duration near() {
        var limit = chance.any(limits.times());
        var type = limit.getDescriptorForType();
        var seconds = (Long) limit.getField(type.findFieldByName("seconds"));
        var nanos = (Integer) limit.getField(type.findFieldByName("nanos")) + chance.between(-1, 1);
        var sum = seconds * 1_000_000_000L + nanos;
        return limit instanceof Timestamp
                ? Duration.newBuilder()
                        .setSeconds(Math.floorDiv(sum, 1_000_000_000L))
                        .setNanos((int) Math.floorMod(sum, 1_000_000_000L))
                        .build()
                : Duration.newBuilder()
                        .setSeconds(sum / 1_000_000_000L)
                        .setNanos((int) (sum % 1_000_000_000L))
                        .build();
    }
}
