package dev.postroad.client.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** What stood in the files at one moment; whether it is any good, {@link Material} knows. */
record PemContent(Optional<PemFile> certificate, Optional<PemFile> key, Optional<PemFile> trust) {
    /**
     * Reads the files.
     *
     * @throws FileRefusedException if one of them is not there or cannot be read
     */
    static PemContent of(PemFiles files) {
        return new PemContent(
                files.certificate().map(PemFile::read),
                files.key().map(PemFile::read),
                files.trust().map(PemFile::read));
    }

    /** A digest that two contents have in common only if they are the same. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Stream.of(certificate, key, trust).forEach(file -> {
                var bytes = file.map(PemFile::text).orElse("").getBytes(ISO_8859_1);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
