package dev.postroad.compiler.code;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.Service;
import java.util.stream.Collectors;

/** The bus declares no service of that name. Whoever configures the build must act. */
public final class UnknownServiceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownServiceException(String name, BusRepository bus) {
        super("the bus %s has no service '%s'; add services/%s.yaml to it, or name one of its services: %s"
                .formatted(
                        bus.name(),
                        name,
                        name,
                        bus.services().stream().map(Service::name).collect(Collectors.joining(", "))));
    }
}
