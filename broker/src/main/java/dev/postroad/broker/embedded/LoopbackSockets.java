package dev.postroad.broker.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The listening sockets of a node, bound on loopback before Kafka starts: a port that was free stays ours, and a port
 * that is taken is known at once.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {
    private static final int BACKLOG = 50;

    private final Map<String, ServerSocketChannel> channels = new TreeMap<>();

    private LoopbackSockets() {}

    /**
     * Binds the ports for clients and for the controller (0 for any free one), and any free ones for the further
     * listeners.
     *
     * @throws BrokerStartException if a port cannot be had
     */
    static LoopbackSockets bind(int port, int controllerPort, Set<String> listeners) {
        var sockets = new LoopbackSockets();
        try {
            sockets.channels.put(NodeProperties.CLIENT_LISTENER, bound(port));
            sockets.channels.put(NodeProperties.CONTROLLER_LISTENER, bound(controllerPort));
            listeners.forEach(listener -> sockets.channels.put(listener, bound(0)));
            return sockets;
        } catch (BrokerStartException none) {
            sockets.close();
            throw none;
        }
    }

    int clientPort() {
        return port(NodeProperties.CLIENT_LISTENER);
    }

    int controllerPort() {
        return port(NodeProperties.CONTROLLER_LISTENER);
    }

    int port(String listener) {
        return channel(listener).socket().getLocalPort();
    }

    private ServerSocketChannel channel(String listener) {
        var channel = channels.get(listener);
        if (channel == null) {
            throw new IllegalArgumentException("there is no listener %s; the broker has %s"
                    .formatted(listener, String.join(", ", channels.keySet())));
        }
        return channel;
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBuffer) {
        return channel(listener);
    }

    /** Kafka closes what it took over; this closes the rest as well. */
    @Override
    public void close() {
        channels.values().forEach(LoopbackSockets::closeQuietly);
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
