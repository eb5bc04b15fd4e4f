package dev.postroad.cli.bus;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.Service;
import java.util.stream.Collectors;

/** The bus has no file for a service. The caller must name another, or write the file. */
public final class UnknownServiceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UnknownServiceException(String service, BusRepository bus) {
        super("bus %s has no service '%s'; it has: %s"
                .formatted(
                        bus.name(),
                        service,
                        bus.services().isEmpty()
                                ? "none"
                                : bus.services().stream().map(Service::name).collect(Collectors.joining(", "))));
    }

    /** A service, or this exception. */
    public static Service requireService(BusRepository bus, String name) {
        return bus.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownServiceException(name, bus));
    }
}
