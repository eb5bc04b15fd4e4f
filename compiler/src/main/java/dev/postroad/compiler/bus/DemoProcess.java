package dev.postroad.compiler.bus;

import java.util.List;
import java.util.Optional;

/**
 * A process that {@code postroad up} starts beside the broker.
 *
 * @param name how it is shown
 * @param service the service that it is an instance of, if it is one
 * @param command program and arguments, run in the repository's folder; {@code ${java}} stands for the running JVM's
 *     java
 * @param onceArguments added to the command by {@code up --once}; a process that has some is expected to end by itself
 */
public record DemoProcess(String name, Optional<String> service, List<String> command, List<String> onceArguments) {
    public DemoProcess {
        command = List.copyOf(command);
        onceArguments = List.copyOf(onceArguments);
    }
}
