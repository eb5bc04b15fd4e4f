package dev.postroad.platform.cluster;

/** The cluster answered, and refused. The platform must act. */
public final class ClusterRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ClusterRefusedException(String bootstrap, Throwable cause) {
        super("the cluster at %s refused: %s".formatted(bootstrap, cause.getMessage()), cause);
    }
}
