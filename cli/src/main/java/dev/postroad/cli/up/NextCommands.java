package dev.postroad.cli.up;

import dev.postroad.cli.bus.BusOptions;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.ContractSource;
import java.nio.file.Path;
import java.util.List;

/** What a newcomer may try while a bus is up. */
final class NextCommands {
    private NextCommands() {}

    /** Three commands on the bus's first topic, if it has one. */
    static List<String> of(BusRepository bus) {
        return of(bus, Path.of("").toAbsolutePath());
    }

    /** The same, as they are typed in a folder. */
    static List<String> of(BusRepository bus, Path here) {
        return bus.contracts().stream()
                .findFirst()
                .map(first -> of(bus, first, here))
                .orElse(List.of());
    }

    private static List<String> of(BusRepository bus, ContractSource first, Path here) {
        var topic = first.contract().topic();
        var option = isImplied(bus.root(), here) ? "" : " --bus " + shown(bus.root(), here);
        return List.of(
                "./postroad tail%s %s".formatted(option, topic),
                "echo '{}' | ./postroad publish%s %s".formatted(option, topic),
                "less " + shown(bus.root().resolve(first.place().file()), here));
    }

    /** Whether a command finds the bus from here without being told. */
    private static boolean isImplied(Path root, Path here) {
        return BusOptions.implied(here)
                .map(NextCommands::absolute)
                .filter(absolute(root)::equals)
                .isPresent();
    }

    private static String shown(Path path, Path here) {
        var absolute = absolute(path);
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
