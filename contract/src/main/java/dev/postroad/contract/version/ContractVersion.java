package dev.postroad.contract.version;

import com.google.protobuf.Descriptors.Descriptor;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/**
 * The version of a contract: a GUID that is the same wherever the contract is read.
 *
 * <p>It is the first 16 bytes of the SHA-256 of the contract's canonical form, marked as a version 8 UUID (RFC 9562,
 * section 5.8). Records carry its 16 bytes, most significant first, in the header {@value #HEADER}.
 */
public record ContractVersion(UUID guid) {
    /** The record header that names the version a message was published with. */
    public static final String HEADER = "postroad-contract";

    /** The number of bytes in the header. */
    public static final int LENGTH = 16;

    /** The version of the contract that a message's descriptor holds. */
    public static ContractVersion of(Descriptor message) {
        var digest = ByteBuffer.wrap(sha256().digest(CanonicalForm.of(message)));
        return new ContractVersion(new UUID(
                digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L,
                digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L));
    }

    /** The version that a header holds; empty if the header is not 16 bytes long. */
    public static Optional<ContractVersion> ofBytes(byte[] header) {
        if (header.length != LENGTH) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(header);
        return Optional.of(new ContractVersion(new UUID(buffer.getLong(), buffer.getLong())));
    }

    /** The header's 16 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(guid.getMostSignificantBits())
                .putLong(guid.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return guid.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
