package dev.postroad.client.tls;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** A certificate that a {@link TestAuthority} has issued, with those who issued it. */
public record TestCertificate(KeyPair keys, List<X509Certificate> chain) {
    /** The certificate and its issuers. */
    public String certificatePem() {
        return pem(chain);
    }

    /** The private key in PKCS#8. */
    public String keyPem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    static String pem(List<X509Certificate> certificates) {
        var text = new StringBuilder();
        for (var certificate : certificates) {
            try {
                text.append(pem("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new AssertionError(e);
            }
        }
        return text.toString();
    }

    static String pem(String label, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
    }
}
