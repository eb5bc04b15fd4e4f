package dev.postroad.client.security;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.auth.SaslExtensionsCallback;
import org.apache.kafka.common.security.scram.ScramExtensionsCallback;
import org.jspecify.annotations.Nullable;

/** Answers Kafka's client at each connection with the password that is in the file then. */
public final class PasswordCallbackHandler implements AuthenticateCallbackHandler {
    /** The property of Kafka clients under which this finds the login. */
    static final String PROPERTY = "postroad.login";

    private @Nullable PasswordLogin login;

    @Override
    public void configure(Map<String, ?> configs, String saslMechanism, List<AppConfigurationEntry> jaasConfigEntries) {
        if (!(configs.get(PROPERTY) instanceof PasswordLogin known)) {
            throw new ConfigException("%s goes with the other properties that Security.kafkaProperties() gives"
                    .formatted(PasswordCallbackHandler.class.getName()));
        }
        login = known;
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        var known = login;
        if (known == null) {
            throw new IllegalStateException("configure comes before use");
        }
        for (var callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(known.username());
            } else if (callback instanceof PasswordCallback password) {
                password.setPassword(known.password().value().toCharArray());
            } else if (!(callback instanceof ScramExtensionsCallback || callback instanceof SaslExtensionsCallback)) {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    @Override
    public void close() {}
}
