package dev.postroad.client.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PEM files as Kubernetes mounts a secret: each is a symbolic link through {@code ..data}, which is swapped as a whole
 * when the secret changes.
 */
public final class TestFolder {
    private static final String CERTIFICATE = "tls.crt";
    private static final String KEY = "tls.key";
    private static final String TRUST = "ca.crt";

    private final Path folder;
    private final AtomicInteger version = new AtomicInteger();

    public TestFolder(Path folder) {
        this.folder = folder;
        try {
            for (var name : new String[] {CERTIFICATE, KEY, TRUST}) {
                Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PemFiles files() {
        return PemFiles.trusting(trust()).withIdentity(certificate(), key());
    }

    public Path certificate() {
        return folder.resolve(CERTIFICATE);
    }

    public Path key() {
        return folder.resolve(KEY);
    }

    public Path trust() {
        return folder.resolve(TRUST);
    }

    public void put(TestCertificate certificate, String trust) {
        put(certificate.certificatePem(), certificate.keyPem(), trust);
    }

    public void put(String certificate, String key, String trust) {
        try {
            var data = Files.createDirectory(folder.resolve("..v" + version.incrementAndGet()));
            for (var file :
                    Map.of(CERTIFICATE, certificate, KEY, key, TRUST, trust).entrySet()) {
                Files.writeString(data.resolve(file.getKey()), file.getValue());
            }
            var link = Files.createSymbolicLink(folder.resolve("..next"), data.getFileName());
            Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
