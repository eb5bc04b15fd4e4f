package dev.postroad.client.tls;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Reads private keys. */
final class PrivateKeys {
    /** The kinds of keys, by their names in Java. */
    private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA");

    private static final String UNENCRYPTED = "PRIVATE KEY";

    private PrivateKeys() {}

    /** The one private key of a file, which may hold certificates as well. */
    static PrivateKey of(PemFile file) {
        var keys = file.blocks().stream().filter(PemBlock::isPrivateKey).toList();
        if (keys.isEmpty()) {
            throw file.refused(
                    "holds no private key", "it should have a block that begins with -----BEGIN PRIVATE KEY-----");
        }
        if (keys.size() > 1) {
            throw file.refused("holds %d private keys".formatted(keys.size()), "keep the one of the certificate");
        }
        var block = keys.get(0);
        return switch (block.label()) {
            case UNENCRYPTED -> key(file, block);
            case "ENCRYPTED PRIVATE KEY" ->
                throw file.refused("the private key is encrypted", converted(file, "decrypt it with"));
            case "OPENSSH PRIVATE KEY" ->
                throw file.refused(
                        "the private key is one of OpenSSH", "use the key that the certificate was requested with");
            default ->
                throw file.refused(
                        "the private key is an %s, not one in PKCS#8".formatted(block.label()),
                        converted(file, "convert it with"));
        };
    }

    private static String converted(PemFile file, String how) {
        return "%s: openssl pkcs8 -topk8 -nocrypt -in %s -out key.pem".formatted(how, file.path());
    }

    private static PrivateKey key(PemFile file, PemBlock block) {
        var encoded = new PKCS8EncodedKeySpec(block.der(file));
        for (var kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // It is of another kind.
                continue;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this JVM knows no keys of " + kind, e);
            }
        }
        throw file.refused("the private key cannot be read", "use a key for RSA, EC or Ed25519");
    }
}
