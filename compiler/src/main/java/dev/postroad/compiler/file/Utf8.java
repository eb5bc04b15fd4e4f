package dev.postroad.compiler.file;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Bytes that should be UTF-8. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; lives as long as a file is read.
record Utf8(byte[] bytes) {
    /** The text; the first byte that is none is a finding. */
    Optional<String> text(Place file, Consumer<Finding> findings) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            findings.accept(FileRules.ENCODING.at(
                    new Place(file.file(), line(in.position())),
                    file.file(),
                    "byte 0x%02x is no UTF-8 text".formatted(bytes[in.position()]),
                    "save the file as UTF-8"));
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    private int line(int position) {
        return 1
                + (int) IntStream.range(0, position)
                        .filter(at -> bytes[at] == '\n')
                        .count();
    }
}
