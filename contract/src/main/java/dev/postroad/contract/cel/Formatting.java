package dev.postroad.contract.cel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What protovalidate's {@code format} puts in the place of a clause such as {@code %s}; the clause stands at the end of
 * the id. As there, fractions are written as in the language of the machine.
 */
public final class Formatting {
    private static final String DECIMAL = "0.#########";
    private static final double NANOS = 1_000_000_000.0;
    private static final Pattern NO_TEXT = Pattern.compile("\ufffd+");

    private Formatting() {}

    @Overload("postroad_format_s")
    public static String text(double value) {
        return decimal(value);
    }

    /** The text that bytes are in UTF-8; a row of bytes that are none is one replacement character. */
    @Overload("postroad_format_s")
    public static String text(ByteString value) {
        return NO_TEXT.matcher(value.toStringUtf8()).replaceAll("\ufffd");
    }

    @Overload("postroad_format_s")
    public static String text(Timestamp value) throws EvaluationException {
        return TimeText.toText(value);
    }

    @Overload("postroad_format_s")
    public static String text(Duration value) throws EvaluationException {
        var span = TimeArithmetic.span(value);
        return new DecimalFormat(DECIMAL).format(span.getSeconds() + span.getNano() / NANOS) + "s";
    }

    @Overload("postroad_format_s")
    public static String text(List<?> value) throws EvaluationException {
        return value.stream().map(Formatting::any).collect(Collectors.joining(", ", "[", "]"));
    }

    @Overload("postroad_format_s")
    public static String text(Map<?, ?> value) throws EvaluationException {
        var entries = new TreeMap<String, String>();
        value.forEach((key, each) -> entries.put(any(key), any(each)));
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String any(Object value) {
        if (value instanceof Double number) {
            return text(number);
        }
        if (value instanceof ByteString bytes) {
            return text(bytes);
        }
        if (value instanceof Timestamp time) {
            return text(time);
        }
        if (value instanceof Duration duration) {
            return text(duration);
        }
        if (value instanceof List<?> list) {
            return text(list);
        }
        return value instanceof Map<?, ?> map ? text(map) : value.toString();
    }

    @Overload("postroad_format_d")
    public static String decimal(long value) {
        return new DecimalFormat(DECIMAL).format(value);
    }

    @Overload("postroad_format_d")
    public static String decimal(double value) {
        return Double.isInfinite(value) ? Double.toString(value) : new DecimalFormat(DECIMAL).format(value);
    }

    @Overload("postroad_format_x")
    public static String hex(long value) {
        return Long.toHexString(value);
    }

    @Overload("postroad_format_x")
    public static String hex(ByteString value) {
        var text = new StringBuilder();
        value.forEach(each ->
                text.append(Character.forDigit(each >> 4 & 0xf, 16)).append(Character.forDigit(each & 0xf, 16)));
        return text.toString();
    }

    /** The text's bytes in UTF-8, read as one number. */
    @Overload("postroad_format_x")
    public static String hex(String value) {
        return new BigInteger(1, value.getBytes(StandardCharsets.UTF_8)).toString(16);
    }

    @Overload("postroad_format_o")
    public static String octal(long value) {
        return Long.toOctalString(value);
    }

    @Overload("postroad_format_b")
    public static String binary(long value) {
        return Long.toBinaryString(value);
    }

    @Overload("postroad_format_b")
    public static String binary(boolean value) {
        return value ? "1" : "0";
    }

    @Overload("postroad_format_e")
    public static String exponential(double value, long precision) {
        return Double.isInfinite(value)
                ? Double.toString(value)
                : String.format(Locale.getDefault(Locale.Category.FORMAT), "%." + precision + "e", value);
    }

    /** With so many digits behind the point, or for none with up to eight. */
    @Overload("postroad_format_f")
    public static String fixed(double value, long precision) {
        var digits = precision > 0 ? "0".repeat((int) precision) : "########";
        return Double.isInfinite(value) ? Double.toString(value) : new DecimalFormat("0." + digits).format(value);
    }
}
