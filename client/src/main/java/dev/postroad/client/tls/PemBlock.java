package dev.postroad.client.tls;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between {@code BEGIN} and {@code END}.
 *
 * @param label what it is, such as {@code CERTIFICATE}
 * @param line where it begins, counted from 1
 */
record PemBlock(String label, int line, List<String> lines) {
    /** Whether the block says that it is a private key, of whatever form. */
    boolean isPrivateKey() {
        return label.endsWith("PRIVATE KEY");
    }

    byte[] der(PemFile file) {
        var base64 = lines.stream().map(String::strip).collect(Collectors.joining());
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Of the content the cause quotes one character at most.
            throw file.refused(
                    "the %s that begins in line %d is not in base64".formatted(label, line), "copy the file again", e);
        }
    }

    /** The label; the content may be a key. */
    @Override
    public String toString() {
        return label;
    }
}
