package dev.postroad.client.security;

import dev.postroad.client.tls.FileRefusedException;
import dev.postroad.client.tls.PemFiles;
import dev.postroad.client.tls.Tls;
import dev.postroad.client.tls.TlsFigures;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * How a service and its brokers know each other.
 *
 * <p>Certificates that are given here may be replaced while clients use them: see {@link Tls}. A producer, a consumer
 * and an admin client that are made with the same value have the same certificates at any time.
 *
 * @param tls encryption, and certificates of brokers and maybe of the service; empty for neither
 * @param sasl how the service says its name, if not by its certificate
 */
public record Security(Optional<Tls> tls, Optional<Sasl> sasl) {
    public Security {
        if (tls.isEmpty() && sasl.filter(Sasl::needsTls).isPresent()) {
            throw new IllegalArgumentException(
                    "%s sends a secret that only TLS hides; say whose brokers to trust, with %s"
                            .formatted(sasl.get().mechanism(), SecurityVariable.TLS_TRUST));
        }
    }

    /** Neither TLS nor SASL, as the embedded broker has it. */
    public static Security none() {
        return new Security(Optional.empty(), Optional.empty());
    }

    /**
     * TLS with certificates of these files.
     *
     * @throws FileRefusedException if they do not hold what they should
     */
    public static Security tls(PemFiles files) {
        return new Security(Optional.of(Tls.of(files)), Optional.empty());
    }

    /**
     * What the variables of {@link SecurityVariable} say.
     *
     * @throws IllegalArgumentException if one is not what it should be, is missing, or contradicts another
     * @throws FileRefusedException if a file does not hold what it should
     */
    public static Security of(Map<String, String> environment) {
        var variables = new SecurityEnvironment(environment);
        var sasl = variables.sasl();
        return new Security(variables.tls().map(Tls::of), sasl);
    }

    /**
     * The same, with a login.
     *
     * @throws IllegalArgumentException if the login needs TLS, and there is none
     */
    public Security withSasl(Sasl login) {
        return new Security(tls, Optional.of(login));
    }

    /**
     * What a producer, a consumer or an admin client needs. The values are objects of this JVM, and secrets are among
     * them: they are for Kafka's clients, not for a file or a log.
     *
     * @throws IllegalArgumentException if the file of a secret cannot be read
     * @throws IllegalStateException if this JVM lacks what the login needs
     */
    public Map<String, Object> kafkaProperties() {
        var properties = new HashMap<String, Object>();
        tls.map(Tls::kafkaProperties).ifPresent(properties::putAll);
        sasl.map(Sasl::kafkaProperties).ifPresent(properties::putAll);
        properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol().name);
        return Map.copyOf(properties);
    }

    /** Whether a property of Kafka's clients follows from this, so that nothing else may set it. */
    public boolean decides(String property) {
        return property.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG) && protocol() != SecurityProtocol.PLAINTEXT
                || tls.isPresent() && property.startsWith("ssl.")
                || sasl.isPresent() && Sasl.DECIDED.contains(property);
    }

    /** The figures of the certificates at this moment; empty without TLS. */
    public Optional<TlsFigures> figures() {
        return tls.map(Tls::figures);
    }

    private SecurityProtocol protocol() {
        if (tls.isPresent()) {
            return sasl.isPresent() ? SecurityProtocol.SASL_SSL : SecurityProtocol.SSL;
        }
        return sasl.isPresent() ? SecurityProtocol.SASL_PLAINTEXT : SecurityProtocol.PLAINTEXT;
    }

    /** What is used, without secrets. */
    @Override
    public String toString() {
        var parts = tls.map(Tls::toString);
        var login = sasl.map(Sasl::toString);
        return parts.map(known -> login.map(name -> known + ", " + name).orElse(known))
                .or(() -> login)
                .orElse("none");
    }
}
