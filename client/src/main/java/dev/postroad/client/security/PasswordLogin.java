package dev.postroad.client.security;

import java.util.Map;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;

/** A login with a name and a password. */
record PasswordLogin(PasswordMechanism with, String username, Secret password) implements Sasl {
    PasswordLogin {
        if (username.isEmpty()) {
            throw new IllegalArgumentException("the user name for %s is empty".formatted(with.mechanism()));
        }
    }

    @Override
    public String mechanism() {
        return with.mechanism();
    }

    @Override
    public boolean needsTls() {
        return with == PasswordMechanism.PLAIN;
    }

    @Override
    public Map<String, Object> kafkaProperties() {
        if (password instanceof SecretFile file) {
            return asked(file);
        }
        var entry = new LoginEntry(with.module(), Map.of("username", username, "password", password.value()));
        return Map.of(
                SaslConfigs.SASL_MECHANISM, mechanism(), SaslConfigs.SASL_JAAS_CONFIG, new Password(entry.text()));
    }

    /**
     * Kafka asks for the password at each connection. The first time is now, so that a mistake is told at the start.
     */
    private Map<String, Object> asked(SecretFile file) {
        var unused = file.value();
        return Map.of(
                SaslConfigs.SASL_MECHANISM,
                mechanism(),
                SaslConfigs.SASL_JAAS_CONFIG,
                new Password(new LoginEntry(with.module(), Map.of()).text()),
                SaslConfigs.SASL_CLIENT_CALLBACK_HANDLER_CLASS,
                PasswordCallbackHandler.class,
                PasswordCallbackHandler.PROPERTY,
                this);
    }

    @Override
    public String toString() {
        return "%s as %s".formatted(mechanism(), username);
    }
}
