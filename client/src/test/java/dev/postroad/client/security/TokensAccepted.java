package dev.postroad.client.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerExtensionsValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;

/** Lets a broker accept each token that {@link #token} gives, and no other. */
public final class TokensAccepted implements AuthenticateCallbackHandler {
    private static final String SIGNATURE = "c2lnbmVk";

    /** A token for an hour, with a signature that nobody computes. */
    static String token(String subject) {
        var now = Instant.now().getEpochSecond();
        var payload = "{\"sub\":\"%s\",\"scope\":\"kafka\",\"iat\":%d,\"exp\":%d}".formatted(subject, now, now + 3_600);
        return encoded("{\"alg\":\"RS256\"}") + '.' + encoded(payload) + '.' + SIGNATURE;
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (var callback : callbacks) {
            if (callback instanceof OAuthBearerValidatorCallback asked) {
                if (asked.tokenValue().endsWith('.' + SIGNATURE)) {
                    asked.token(new Token(asked.tokenValue()));
                } else {
                    asked.error("invalid_token", null, null);
                }
            } else if (!(callback instanceof OAuthBearerExtensionsValidatorCallback)) {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    @Override
    public void configure(
            Map<String, ?> configs, String saslMechanism, List<AppConfigurationEntry> jaasConfigEntries) {}

    @Override
    public void close() {}

    private record Token(String value) implements OAuthBearerToken {
        @Override
        public Set<String> scope() {
            return Set.of("kafka");
        }

        @Override
        public long lifetimeMs() {
            return Instant.now().plusSeconds(3_600).toEpochMilli();
        }

        @Override
        public String principalName() {
            return "billing";
        }

        @Override
        public Long startTimeMs() {
            return Instant.now().toEpochMilli();
        }
    }
}
