package dev.postroad.client.security;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.SaslConfigs;

/** How a service says to brokers who it is, other than by a certificate. */
public sealed interface Sasl permits PasswordLogin, TokenLogin {
    /** The properties of Kafka's clients that are decided by how the service logs in. */
    Set<String> DECIDED = Set.of(
            SaslConfigs.SASL_MECHANISM,
            SaslConfigs.SASL_JAAS_CONFIG,
            SaslConfigs.SASL_CLIENT_CALLBACK_HANDLER_CLASS,
            SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS,
            SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL,
            SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID,
            SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET);

    /** A login with a name and a password. */
    static Sasl password(PasswordMechanism mechanism, String username, Secret password) {
        return new PasswordLogin(mechanism, username, password);
    }

    /**
     * A login with a token (OAUTHBEARER), which Kafka's client gets from an endpoint by the grant of client credentials
     * (RFC 6749, section 4.4), and renews.
     */
    static Sasl token(URI endpoint, String clientId, Secret clientSecret) {
        return new TokenLogin(endpoint, clientId, clientSecret);
    }

    /** The mechanism's name, such as {@code SCRAM-SHA-512}. */
    String mechanism();

    /** Whether the secret, or what is as good as it, goes over the wire, where only TLS hides it. */
    boolean needsTls();

    /**
     * What a producer, a consumer or an admin client needs to log in. Among the values are secrets, where Kafka takes
     * care that it does not log them.
     *
     * @throws IllegalArgumentException if a secret's file cannot be read
     */
    Map<String, Object> kafkaProperties();
}
