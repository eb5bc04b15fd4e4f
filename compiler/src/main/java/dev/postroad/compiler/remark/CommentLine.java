package dev.postroad.compiler.remark;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a {@code .proto} file, told apart into code and comment.
 *
 * @param hasCode whether something else than a comment stands on it
 * @param hasComment whether a comment stands on it, of either form
 * @param comment what follows {@code //}; empty if there is none
 */
record CommentLine(boolean hasCode, boolean hasComment, String comment) {
    /** Tells the lines of a file apart. */
    static List<CommentLine> of(List<String> lines) {
        var result = new ArrayList<CommentLine>();
        var inBlock = false;
        for (var line : lines) {
            var scan = new Scan(line, inBlock);
            result.add(scan.result());
            inBlock = scan.inBlock;
        }
        return result;
    }

    boolean isBlank() {
        return !hasCode && !hasComment;
    }

    /** One pass over a line. Protobuf's strings end on the line that they begin on. */
    private static final class Scan {
        private final String line;
        private boolean inBlock;
        private boolean hasCode;
        private boolean hasComment;
        private int next;

        Scan(String line, boolean inBlock) {
            this.line = line;
            this.inBlock = inBlock;
            this.hasComment = inBlock;
        }

        CommentLine result() {
            while (next < line.length()) {
                if (inBlock) {
                    skipBlock();
                } else if (line.startsWith("//", next)) {
                    return new CommentLine(hasCode, true, line.substring(next + 2));
                } else if (line.startsWith("/*", next)) {
                    inBlock = true;
                    hasComment = true;
                    next += 2;
                } else {
                    code(line.charAt(next));
                }
            }
            return new CommentLine(hasCode, hasComment, "");
        }

        private void skipBlock() {
            var end = line.indexOf("*/", next);
            inBlock = end < 0;
            next = inBlock ? line.length() : end + 2;
        }

        private void code(char first) {
            hasCode |= !Character.isWhitespace(first);
            next++;
            if (first == '"' || first == '\'') {
                while (next < line.length() && line.charAt(next) != first) {
                    next += line.charAt(next) == '\\' ? 2 : 1;
                }
                next++;
            }
        }
    }
}
