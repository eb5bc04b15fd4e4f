package dev.postroad.client.connection;

import java.util.Objects;
import javax.security.auth.login.LoginException;

/** The service got no token to log in with. Whoever runs the token endpoint, or gave the secret, must act. */
public final class LoginFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LoginFailedException(String bootstrap, LoginException cause) {
        super(
                "no login for the Kafka broker at %s: %s; check the token endpoint, client id and secret"
                        .formatted(bootstrap, innermost(cause).getMessage()),
                cause);
    }

    private static Throwable innermost(Throwable thrown) {
        var inner = thrown;
        while (Objects.nonNull(inner.getCause())) {
            inner = inner.getCause();
        }
        return inner;
    }
}
