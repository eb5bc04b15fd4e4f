package dev.postroad.client.security;

import static dev.postroad.client.security.SecurityVariable.SASL_MECHANISM;
import static dev.postroad.client.security.SecurityVariable.SASL_PASSWORD;
import static dev.postroad.client.security.SecurityVariable.SASL_PASSWORD_FILE;
import static dev.postroad.client.security.SecurityVariable.SASL_TOKEN_ENDPOINT;
import static dev.postroad.client.security.SecurityVariable.SASL_USERNAME;
import static dev.postroad.client.security.SecurityVariable.TLS_CERTIFICATE;
import static dev.postroad.client.security.SecurityVariable.TLS_KEY;
import static dev.postroad.client.security.SecurityVariable.TLS_TRUST;

import dev.postroad.client.tls.PemFiles;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;

/** Reads {@link SecurityVariable}s, and refuses those that contradict each other. */
record SecurityEnvironment(Map<String, String> variables) {
    /** The word in place of a file for the certificates that the JVM trusts. */
    private static final String JVM = "jvm";

    private static final String OAUTHBEARER = OAuthBearerLoginModule.OAUTHBEARER_MECHANISM;

    Optional<PemFiles> tls() {
        var trust = TLS_TRUST.in(variables);
        var certificate = TLS_CERTIFICATE.in(variables);
        var key = TLS_KEY.in(variables);
        if (trust.isEmpty()) {
            refuseWithout(TLS_TRUST, List.of(TLS_CERTIFICATE, TLS_KEY));
            return Optional.empty();
        }
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException(
                    "%s and %s belong together; set both or neither".formatted(TLS_CERTIFICATE, TLS_KEY));
        }
        return Optional.of(new PemFiles(
                certificate.map(Path::of),
                key.map(Path::of),
                trust.filter(it -> !it.equals(JVM)).map(Path::of)));
    }

    Optional<Sasl> sasl() {
        var mechanism = SASL_MECHANISM.in(variables);
        if (mechanism.isEmpty()) {
            refuseWithout(
                    SASL_MECHANISM, List.of(SASL_USERNAME, SASL_PASSWORD, SASL_PASSWORD_FILE, SASL_TOKEN_ENDPOINT));
        }
        return mechanism.map(name -> name.equals(OAUTHBEARER) ? token() : password(name));
    }

    private void refuseWithout(SecurityVariable missing, List<SecurityVariable> dependent) {
        dependent.stream()
                .filter(variable -> variable.isIn(variables))
                .findFirst()
                .ifPresent(variable -> {
                    throw new IllegalArgumentException(
                            "%s is set, but %s is not; set that as well, or neither".formatted(variable, missing));
                });
    }

    private Sasl password(String name) {
        var mechanism = Stream.of(PasswordMechanism.values())
                .filter(known -> known.mechanism().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        if (SASL_TOKEN_ENDPOINT.isIn(variables)) {
            throw new IllegalArgumentException("%s is for %s, but %s is %s; unset one of them"
                    .formatted(SASL_TOKEN_ENDPOINT, OAUTHBEARER, SASL_MECHANISM, name));
        }
        return Sasl.password(mechanism, SASL_USERNAME.requiredIn(variables, name), secret(name));
    }

    private Sasl token() {
        var endpoint = SASL_TOKEN_ENDPOINT.requiredIn(variables, OAUTHBEARER);
        try {
            return Sasl.token(new URI(endpoint), SASL_USERNAME.requiredIn(variables, OAUTHBEARER), secret(OAUTHBEARER));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "%s '%s' is no address; write it as https://host/path".formatted(SASL_TOKEN_ENDPOINT, endpoint), e);
        }
    }

    private Secret secret(String mechanism) {
        var file = SASL_PASSWORD_FILE.in(variables);
        if (file.isPresent() && SASL_PASSWORD.isIn(variables)) {
            throw new IllegalArgumentException(
                    "%s and %s are both set; unset one of them".formatted(SASL_PASSWORD, SASL_PASSWORD_FILE));
        }
        return file.map(path -> Secret.in(Path.of(path)))
                .or(() -> SASL_PASSWORD.in(variables).map(Secret::of))
                .orElseThrow(() -> new IllegalArgumentException("%s needs %s or %s, and neither is set"
                        .formatted(mechanism, SASL_PASSWORD, SASL_PASSWORD_FILE)));
    }

    private static IllegalArgumentException unknown(String name) {
        var known = Stream.concat(
                        Stream.of(PasswordMechanism.values()).map(PasswordMechanism::mechanism), Stream.of(OAUTHBEARER))
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException("%s '%s' is unknown; use one of %s".formatted(SASL_MECHANISM, name, known));
    }

    /** Nothing; a password may be among the variables. */
    @Override
    public String toString() {
        return "environment";
    }
}
