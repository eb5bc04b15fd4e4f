package dev.postroad.client.security;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.oauthbearer.ClientCredentialsJwtRetriever;
import org.apache.kafka.common.security.oauthbearer.ClientJwtValidator;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;

/** A login with a token of an endpoint. */
record TokenLogin(URI endpoint, String clientId, Secret clientSecret) implements Sasl {
    /** The JVM's list of addresses that Kafka's clients may ask for tokens; they ask no other. */
    static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    /** Kafka's client reads tokens with it, and does not bring it. */
    private static final String JSON = "com.fasterxml.jackson.databind.ObjectMapper";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    TokenLogin {
        if (clientId.isEmpty()) {
            throw new IllegalArgumentException("the client id for OAUTHBEARER is empty");
        }
        var isHidden = "https".equals(endpoint.getScheme())
                || "http".equals(endpoint.getScheme()) && LOOPBACK.contains(String.valueOf(endpoint.getHost()));
        if (!isHidden || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "token endpoint '%s' would be sent the secret in the clear; use an address that begins with https://"
                            .formatted(endpoint));
        }
    }

    @Override
    public String mechanism() {
        return OAuthBearerLoginModule.OAUTHBEARER_MECHANISM;
    }

    @Override
    public boolean needsTls() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A secret in a file is read here: Kafka has it for as long as a client lives.
     *
     * @throws IllegalStateException if this JVM lacks what Kafka needs to ask the endpoint; the message says what
     */
    @Override
    public Map<String, Object> kafkaProperties() {
        requireAllowed();
        requireJson();
        var entry = new LoginEntry(OAuthBearerLoginModule.class.getName(), Map.of());
        return Map.of(
                SaslConfigs.SASL_MECHANISM,
                mechanism(),
                SaslConfigs.SASL_JAAS_CONFIG,
                new Password(entry.text()),
                SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS,
                OAuthBearerLoginCallbackHandler.class,
                // Kafka's default for either wants jose4j, which only brokers need.
                SaslConfigs.SASL_OAUTHBEARER_JWT_RETRIEVER_CLASS,
                ClientCredentialsJwtRetriever.class,
                SaslConfigs.SASL_OAUTHBEARER_JWT_VALIDATOR_CLASS,
                ClientJwtValidator.class,
                SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL,
                endpoint.toString(),
                SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID,
                clientId,
                SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET,
                new Password(clientSecret.value()));
    }

    /** The list is the JVM's, for all its Kafka clients, so it is not for a library to extend. */
    private void requireAllowed() {
        var allowed = List.of(System.getProperty(ALLOWED, "").split("\\s*,\\s*"));
        if (!allowed.contains(endpoint.toString())) {
            throw new IllegalStateException("Kafka may not ask the token endpoint %s; start the JVM with -D%s=%s"
                    .formatted(endpoint, ALLOWED, endpoint));
        }
    }

    private static void requireJson() {
        try {
            var unused = Class.forName(JSON, false, TokenLogin.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "Kafka reads tokens with Jackson, which is not on the class path; add com.fasterxml.jackson.core:jackson-databind",
                    e);
        }
    }

    @Override
    public String toString() {
        return "%s as %s by %s".formatted(mechanism(), clientId, endpoint);
    }
}
