package dev.postroad.client.connection;

/** No Kafka broker answers. The outside world must act; trying again later may help. */
public final class BrokerUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokerUnreachableException(String bootstrap, Throwable cause) {
        super(
                "no Kafka broker answers at %s; check the address and whether it asks for TLS or a login, or start one with: postroad up"
                        .formatted(bootstrap),
                cause);
    }
}
