package dev.postroad.broker.cluster;

import dev.postroad.broker.embedded.BrokerStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports of localhost at which nobody listens. They are below those that an operating system gives to outgoing
 * connections (from 32768 on Linux, 49152 elsewhere): a node that is down would lose one of these to any client.
 */
final class FreePorts {
    private static final int FIRST = 10_000;
    private static final int LAST = 32_767;
    private static final int ATTEMPTS = 1_000;

    private FreePorts() {}

    static List<Integer> choose(int count) {
        var free = IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST + 1))
                .limit(ATTEMPTS)
                .distinct()
                .filter(FreePorts::isFree)
                .limit(count)
                .boxed()
                .toList();
        if (free.size() < count) {
            throw new BrokerStartException(
                    "of %d ports on localhost between %d and %d, only %d are free; stop what uses the others"
                            .formatted(ATTEMPTS, FIRST, LAST, free.size()),
                    null);
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
