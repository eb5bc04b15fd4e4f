package dev.postroad.cli.up;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.ContractSource;
import java.nio.file.Path;
import java.util.List;

/** What a newcomer may try while a bus is up. */
final class NextCommands {
    private NextCommands() {}

    /** Three commands on the bus's first topic, if it has one. */
    static List<String> of(BusRepository bus) {
        return bus.contracts().stream().findFirst().map(first -> of(bus, first)).orElse(List.of());
    }

    private static List<String> of(BusRepository bus, ContractSource first) {
        var topic = first.contract().topic();
        var option = isNear(bus.root()) ? "" : " --bus " + shown(bus.root());
        return List.of(
                "./postroad tail%s %s".formatted(option, topic),
                "echo '{}' | ./postroad publish%s %s".formatted(option, topic),
                "less " + shown(bus.root().resolve(first.place().file())));
    }

    /** Whether a command finds the bus from here without being told. */
    private static boolean isNear(Path root) {
        var sample = System.getProperty("postroad.sample-bus");
        return sample != null && root.toAbsolutePath().equals(Path.of(sample).toAbsolutePath());
    }

    private static String shown(Path path) {
        var here = Path.of("").toAbsolutePath();
        var absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }
}
