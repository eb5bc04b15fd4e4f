package dev.postroad.broker.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two listening sockets of a node, bound on loopback before Kafka starts: a port that was free stays ours, and a
 * port that is taken is known at once.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocketChannel client;
    private final ServerSocketChannel controller;

    private LoopbackSockets(ServerSocketChannel client, ServerSocketChannel controller) {
        this.client = client;
        this.controller = controller;
    }

    /**
     * Binds the port for clients (0 for any free one), and any free one for the controller.
     *
     * @throws BrokerStartException if the port cannot be had
     */
    static LoopbackSockets bind(int port) {
        var client = bound(port);
        try {
            return new LoopbackSockets(client, bound(0));
        } catch (BrokerStartException none) {
            closeQuietly(client);
            throw none;
        }
    }

    int clientPort() {
        return client.socket().getLocalPort();
    }

    int controllerPort() {
        return controller.socket().getLocalPort();
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBuffer) {
        return listener.equals(NodeProperties.CONTROLLER_LISTENER) ? controller : client;
    }

    /** Kafka closes what it took over; this closes the rest as well. */
    @Override
    public void close() {
        closeQuietly(client);
        closeQuietly(controller);
    }

    private static ServerSocketChannel bound(int port) {
        try {
            var channel = ServerSocketChannel.open();
            try {
                channel.configureBlocking(false);
                return channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            } catch (IOException refused) {
                closeQuietly(channel);
                throw refused;
            }
        } catch (BindException taken) {
            throw new BrokerStartException(
                    "port %d on localhost is taken; choose another or 0 for any free one".formatted(port), taken);
        } catch (IOException refused) {
            throw new BrokerStartException(
                    "port %d on localhost cannot be opened (%s); choose another or 0 for any free one"
                            .formatted(port, refused.getMessage()),
                    refused);
        }
    }

    private static void closeQuietly(ServerSocketChannel channel) {
        Utils.closeQuietly(channel, "listening socket");
    }
}
