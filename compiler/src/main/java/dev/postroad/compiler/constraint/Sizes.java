package dev.postroad.compiler.constraint;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.OptionalLong;

/** Whether the bounds of lengths and counts leave something. */
final class Sizes {
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    /** Formats that have one length alone. */
    private static final Map<String, Integer> FIXED = Map.of("uuid", 36, "tuuid", 32, "ulid", 26);

    private final Constrained value;
    private final Message rules;

    private Sizes(Constrained value, Message rules) {
        this.value = value;
        this.rules = rules;
    }

    static void check(Constrained value, Message rules) {
        var sizes = new Sizes(value, rules);
        sizes.pair("min_len", "max_len", "len");
        sizes.pair("min_bytes", "max_bytes", "len_bytes");
        sizes.pair("min_items", "max_items", "");
        sizes.pair("min_pairs", "max_pairs", "");
        sizes.charactersAndBytes();
        sizes.formats();
        sizes.affix("prefix");
        sizes.affix("suffix");
        sizes.affix("contains");
    }

    private void pair(String min, String max, String exact) {
        compare(min, max);
        compare(exact, max);
        compare(min, exact);
        if (size(min).orElse(1) == 0) {
            value.useless("%s: 0 refuses nothing".formatted(min), "leave it out, or write %s: 1".formatted(min));
        }
        if (size(exact).isPresent() && (size(min).isPresent() || size(max).isPresent())) {
            value.useless("beside %s, %s and %s say nothing".formatted(exact, min, max), "keep " + exact);
        }
    }

    private void compare(String lower, String upper) {
        var low = size(lower);
        var high = size(upper);
        if (low.isPresent() && high.isPresent() && Long.compareUnsigned(low.getAsLong(), high.getAsLong()) > 0) {
            value.contradiction("%s: %s is more than %s: %s"
                    .formatted(lower, shown(low.getAsLong()), upper, shown(high.getAsLong())));
        }
    }

    private void charactersAndBytes() {
        var minCharacters = size("len").isPresent() ? size("len") : size("min_len");
        var maxBytes = size("len_bytes").isPresent() ? size("len_bytes") : size("max_bytes");
        if (minCharacters.isPresent()
                && maxBytes.isPresent()
                && Long.compareUnsigned(minCharacters.getAsLong(), maxBytes.getAsLong()) > 0) {
            value.contradiction("%s characters take more than %s bytes"
                    .formatted(shown(minCharacters.getAsLong()), shown(maxBytes.getAsLong())));
        }
        var maxCharacters = size("len").isPresent() ? size("len") : size("max_len");
        var minBytes = size("len_bytes").isPresent() ? size("len_bytes") : size("min_bytes");
        if (maxCharacters.isPresent()
                && minBytes.isPresent()
                && Long.divideUnsigned(minBytes.getAsLong() - 1, MOST_BYTES_OF_A_CHARACTER) >= maxCharacters.getAsLong()
                && minBytes.getAsLong() > 0
                && maxCharacters.getAsLong() >= 0) {
            value.contradiction("%s characters never take %s bytes"
                    .formatted(shown(maxCharacters.getAsLong()), shown(minBytes.getAsLong())));
        }
    }

    private void formats() {
        FIXED.forEach((format, length) -> {
            var rule = rules.getDescriptorForType().findFieldByName(format);
            if (rule != null && rules.hasField(rule) && Boolean.TRUE.equals(rules.getField(rule))) {
                if (size("max_len").orElse(length) < length
                        || size("min_len").orElse(length) > length
                        || size("len").orElse(length) != length) {
                    value.contradiction("a %s has %d characters, and the length refuses it".formatted(format, length));
                }
            }
        });
    }

    private void affix(String name) {
        var rule = rules.getDescriptorForType().findFieldByName(name);
        if (rule == null || !rules.hasField(rule)) {
            return;
        }
        var max = size("len").isPresent() ? size("len") : size("max_len");
        var length = length(rules.getField(rule));
        if (max.isPresent() && Long.compareUnsigned(length, max.getAsLong()) > 0) {
            value.contradiction("the %s is longer than %s".formatted(name, shown(max.getAsLong())));
        }
    }

    /** Characters of a text, as protovalidate counts them, or bytes. */
    static long length(Object text) {
        return text instanceof ByteString bytes
                ? bytes.size()
                : text.toString().codePointCount(0, text.toString().length());
    }

    private OptionalLong size(String name) {
        var rule = name.isEmpty() ? null : rules.getDescriptorForType().findFieldByName(name);
        return rule != null && rules.hasField(rule)
                ? OptionalLong.of((Long) rules.getField(rule))
                : OptionalLong.empty();
    }

    private static String shown(long size) {
        return Long.toUnsignedString(size);
    }
}
