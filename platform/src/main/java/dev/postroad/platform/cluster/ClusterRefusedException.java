package dev.postroad.platform.cluster;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** The cluster answered, and refused. The platform must act. */
public final class ClusterRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ClusterRefusedException(String bootstrap, Throwable cause) {
        super(sentence(bootstrap, cause), cause);
    }

    private static String sentence(String bootstrap, Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return "the cluster at %s does not let this client in: %s; check the variables POSTROAD_TLS_… and POSTROAD_SASL_…"
                    .formatted(bootstrap, cause.getMessage());
        }
        if (cause instanceof AuthorizationException) {
            return "the cluster at %s does not allow this: %s Use credentials that may do it, with the variables POSTROAD_TLS_… and POSTROAD_SASL_…"
                    .formatted(bootstrap, cause.getMessage());
        }
        return "the cluster at %s refused: %s".formatted(bootstrap, cause.getMessage());
    }
}
