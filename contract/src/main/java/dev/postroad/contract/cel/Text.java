package dev.postroad.contract.cel;

import com.google.protobuf.ByteString;
import dev.postroad.contract.format.TextLength;

/** The size, the parts and the concatenation of strings, and of bytes. */
public final class Text {
    private Text() {}

    /** The number of code points. */
    @Overload({"size_string", "string_size"})
    public static long size(String text) {
        return TextLength.codePoints(text);
    }

    @Overload({"size_bytes", "bytes_size"})
    public static long size(ByteString bytes) {
        return bytes.size();
    }

    @Overload("contains_string")
    public static boolean contains(String text, String part) {
        return text.contains(part);
    }

    @Overload("contains_bytes")
    public static boolean contains(ByteString bytes, ByteString part) {
        var last = bytes.size() - part.size();
        for (var i = 0; i <= last; i++) {
            if (holds(bytes, i, part)) {
                return true;
            }
        }
        return false;
    }

    @Overload("starts_with_string")
    public static boolean startsWith(String text, String prefix) {
        return text.startsWith(prefix);
    }

    @Overload("starts_with_bytes")
    public static boolean startsWith(ByteString bytes, ByteString prefix) {
        return bytes.size() >= prefix.size() && holds(bytes, 0, prefix);
    }

    @Overload("ends_with_string")
    public static boolean endsWith(String text, String suffix) {
        return text.endsWith(suffix);
    }

    @Overload("ends_with_bytes")
    public static boolean endsWith(ByteString bytes, ByteString suffix) {
        return bytes.size() >= suffix.size() && holds(bytes, bytes.size() - suffix.size(), suffix);
    }

    @Overload("add_string")
    public static String concat(String left, String right) {
        return left + right;
    }

    @Overload("add_bytes")
    public static ByteString concat(ByteString left, ByteString right) {
        return left.concat(right);
    }

    private static boolean holds(ByteString bytes, int place, ByteString part) {
        for (var i = 0; i < part.size(); i++) {
            if (bytes.byteAt(place + i) != part.byteAt(i)) {
                return false;
            }
        }
        return true;
    }
}
