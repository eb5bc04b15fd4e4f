package dev.postroad.cli.bus;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.contract.topic.Contract;
import java.util.stream.Collectors;

/** The bus has no contract for a topic. The caller must name another. */
public final class UnknownTopicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UnknownTopicException(String topic, BusRepository bus) {
        super("bus %s has no topic '%s'; it has:%n  %s"
                .formatted(
                        bus.name(),
                        topic,
                        bus.contracts().stream()
                                .map(source -> source.contract().topic().toString())
                                .collect(Collectors.joining("\n  "))));
    }

    /** The contract of a topic, or this exception. */
    public static Contract requireContract(BusRepository bus, String topic) {
        return bus.contract(topic).orElseThrow(() -> new UnknownTopicException(topic, bus));
    }
}
