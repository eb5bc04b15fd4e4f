package dev.postroad.compiler.cel;

import com.google.common.primitives.UnsignedLong;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelByteString;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values to call functions with, in the form of ours: some at the bounds of their type, the others by chance. */
final class Values {
    private static final long[] LONGS = {
        0,
        1,
        2,
        3,
        -1,
        -2,
        10,
        1_000,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE + 1L,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE - 1L,
        1L << 53,
        (1L << 53) + 1,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        253_402_300_799L,
        253_402_300_800L,
        -62_135_596_800L,
        -62_135_596_801L,
        315_576_000_000L,
        315_576_000_001L,
        -315_576_000_000L,
        31_556_889_864_403_199L,
        31_556_889_864_403_200L,
        -31_557_014_167_219_200L,
        -31_557_014_167_219_201L,
        9_223_372_036L,
        3_600,
        -3_601
    };
    /** What a time is that java.time cannot hold. */
    static final String UNREADABLE = "fails";

    static final long LONGEST = 1_000_000_000_000_000L;
    private static final double[] DOUBLES = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        1.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        0x1p63,
        -0x1p63,
        0x1p64,
        0x1p53,
        0x1p63 - 1024,
        0x1p64 - 2048,
        3.9999
    };
    private static final int[] NANOS = {
        0,
        1,
        500_000_000,
        999_999_999,
        -1,
        -500_000_000,
        1_000_000_000,
        1_500_000_000,
        -1_000_000_000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        120_000_000,
        120_000
    };
    private static final String[] TEXTS = {
        "",
        "a",
        "b",
        "ab",
        "aa",
        "aaa",
        "aba",
        "abab",
        "A",
        "Z",
        "z",
        "ä",
        "é",
        "日本",
        "😀",
        "a😀b",
        "\ud800",
        "\udc00a",
        " ",
        "\u00a0a\u2003",
        "\t a b \n",
        "\u200b",
        "\"\\\u0007\n",
        ",",
        "a,b,,c",
        ",a,",
        "1",
        "-1",
        "+1",
        "01",
        "007",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "1.5",
        "-0.0",
        "NaN",
        "Infinity",
        "1e400",
        "0x1p3",
        "1f",
        " 1 ",
        "١",
        "true",
        "TRUE",
        "True",
        "t",
        "false",
        "f",
        "0",
        "tRUE",
        "2026-11-25T01:02:03Z",
        "2026-11-25T01:02:03.5+02:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59.999999999Z",
        "9999-12-31T23:59:59-01:00",
        "+10000-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-11-25T01:02Z",
        "2026-11-25t01:02:03z",
        "2026-11-25",
        "1s",
        "1h30m",
        "-1.5s",
        "+1ms",
        "1us",
        "1µs",
        "1μs",
        "1ns",
        "1.5h",
        "1d",
        "-0",
        "0",
        "+0",
        "00",
        "s",
        "1",
        "1.s",
        ".5s",
        "1s ",
        "87660000h",
        "87660001h",
        "9223372036854775807s",
        "9223372036854775808ns",
        "0.12345678901234567890123s",
        "0.99999999999999999999999h",
        "-87660000h0.5s",
        "1s2s",
        "--1s",
        "UTC",
        "Europe/Berlin",
        "America/Los_Angeles",
        "+02:00",
        "-9:30",
        "2:00",
        "-0:30",
        "+2",
        "Z",
        "GMT+2",
        "1:2",
        "99:00",
        "-02:-30",
        ":",
        "Mars/Base",
        "%s",
        "%d",
        "%%"
    };
    private static final int[] POINTS = {'a', 'b', 'B', ',', ' ', '1', 'ä', '日', 0x1f600, 0xd800, 0xdc00};

    private final Random random;

    Values(long seed) {
        random = new Random(seed);
    }

    Object of(CelType type) {
        return switch (type.kind()) {
            case BOOL -> random.nextBoolean();
            case INT, UINT -> integer();
            case DOUBLE -> number();
            case STRING -> text();
            case BYTES -> bytes();
            case TIMESTAMP ->
                Timestamp.newBuilder().setSeconds(integer()).setNanos(nanos()).build();
            case DURATION ->
                Duration.newBuilder().setSeconds(integer()).setNanos(nanos()).build();
            case LIST -> list(type.parameters().get(0));
            case MAP -> map(type.parameters().get(0), type.parameters().get(1));
            default -> throw new IllegalArgumentException("no value of type " + type);
        };
    }

    private long integer() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong() >> random.nextInt(64);
            case 1 -> random.nextInt(8) - 2;
            default -> LONGS[random.nextInt(LONGS.length)];
        };
    }

    private int nanos() {
        return NANOS[random.nextInt(NANOS.length)];
    }

    private double number() {
        return switch (random.nextInt(3)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> integer();
            default -> DOUBLES[random.nextInt(DOUBLES.length)];
        };
    }

    private String text() {
        if (random.nextInt(3) > 0) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        var text = new StringBuilder();
        for (var i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
        }
        return text.toString();
    }

    private ByteString bytes() {
        if (random.nextBoolean()) {
            return ByteString.copyFromUtf8(text());
        }
        var bytes = new byte[random.nextInt(4)];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }

    private List<Object> list(CelType element) {
        var list = new ArrayList<>();
        for (var i = random.nextInt(4); i > 0; i--) {
            list.add(readable(of(element)));
        }
        return list;
    }

    private Map<Object, Object> map(CelType key, CelType value) {
        var map = new HashMap<>();
        for (var i = random.nextInt(4); i > 0; i--) {
            map.put(readable(of(key)), readable(of(value)));
        }
        return map;
    }

    /** The value, or if it is a time that java.time cannot hold, another: dev.cel does not read a list with such. */
    private static Object readable(Object value) {
        if (value instanceof Timestamp time) {
            return time.toBuilder().setSeconds(time.getSeconds() % LONGEST).build();
        }
        return value instanceof Duration duration
                ? duration.toBuilder()
                        .setSeconds(duration.getSeconds() % LONGEST)
                        .build()
                : value;
    }

    /** A value in the form that dev.cel takes. */
    static Object celForm(Object value, CelType type) {
        return switch (type.kind()) {
            case UINT -> UnsignedLong.fromLongBits((Long) value);
            case BYTES -> CelByteString.of(((ByteString) value).toByteArray());
            case LIST ->
                ((List<?>) value)
                        .stream()
                                .map(element ->
                                        celForm(element, type.parameters().get(0)))
                                .toList();
            case MAP -> {
                var map = new HashMap<>();
                ((Map<?, ?>) value)
                        .forEach((key, each) -> map.put(
                                celForm(key, type.parameters().get(0)),
                                celForm(each, type.parameters().get(1))));
                yield map;
            }
            default -> value;
        };
    }

    /** A result of dev.cel or of ours in a form in which equal values are equal. */
    static Object comparable(Object value) {
        if (value instanceof UnsignedLong number) {
            return number.longValue();
        }
        if (value instanceof CelByteString bytes) {
            return ByteString.copyFrom(bytes.toByteArray());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::comparable).toList();
        }
        try {
            return time(value);
        } catch (DateTimeException | ArithmeticException none) {
            return UNREADABLE;
        }
    }

    private static Object time(Object value) {
        if (value instanceof Timestamp time) {
            return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
        }
        return value instanceof Duration duration
                ? java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos())
                : value;
    }
}
