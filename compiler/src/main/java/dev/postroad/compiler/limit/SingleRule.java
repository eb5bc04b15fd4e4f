package dev.postroad.compiler.limit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Compares a rule that stands for itself. */
final class SingleRule {
    private SingleRule() {}

    static Direction direction(String name, Optional<Object> before, Optional<Object> after) {
        if (before.equals(after)) {
            return Direction.EQUAL;
        }
        // 'strict' is there only where it is said to be off, which accepts more.
        var isPermission = name.equals("strict");
        if (before.isEmpty()) {
            return isPermission ? Direction.LOOSENED : Direction.TIGHTENED;
        }
        if (after.isEmpty()) {
            return isPermission ? Direction.TIGHTENED : Direction.LOOSENED;
        }
        var old = before.get();
        var fresh = after.get();
        return switch (name) {
            case "prefix" -> Direction.of(startsWith(old, fresh), startsWith(fresh, old));
            case "suffix" -> Direction.of(endsWith(old, fresh), endsWith(fresh, old));
            case "contains" -> Direction.of(contains(old, fresh), contains(fresh, old));
            case "not_contains" -> Direction.of(contains(fresh, old), contains(old, fresh));
            case "within" -> Direction.of(isAtLeast(fresh, old), isAtLeast(old, fresh));
            case "pattern" -> Direction.UNDECIDABLE;
            default -> name.startsWith("(") || name.contains(" ") ? Direction.UNDECIDABLE : Direction.REPLACED;
        };
    }

    private static boolean startsWith(Object text, Object start) {
        return text instanceof ByteString bytes
                ? bytes.startsWith((ByteString) start)
                : text.toString().startsWith(start.toString());
    }

    private static boolean endsWith(Object text, Object end) {
        return text instanceof ByteString bytes
                ? bytes.endsWith((ByteString) end)
                : text.toString().endsWith(end.toString());
    }

    private static boolean contains(Object text, Object part) {
        return latin(text).contains(latin(part));
    }

    /** Bytes as a text of as many characters. */
    private static String latin(Object text) {
        return text instanceof ByteString bytes ? bytes.toString(StandardCharsets.ISO_8859_1) : text.toString();
    }

    private static boolean isAtLeast(Object one, Object other) {
        var first = (Duration) one;
        var second = (Duration) other;
        return first.getSeconds() > second.getSeconds()
                || first.getSeconds() == second.getSeconds() && first.getNanos() >= second.getNanos();
    }
}
