package dev.postroad.cli.bus;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The running {@code up} of a data directory, as its file {@code endpoint.json} tells other commands.
 *
 * @param bootstrap where its broker is
 * @param pid its process
 * @param started when the process began, which tells it from a later one of the same number
 */
public record Endpoint(String bootstrap, long pid, Instant started) {
    private static final String FILE = "endpoint.json";

    /** The clocks of process tables are coarse. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The endpoint of this process. */
    public static Endpoint ofThisProcess(String bootstrap) {
        var process = ProcessHandle.current();
        return new Endpoint(
                bootstrap, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The endpoint that a data directory names, if its process is running. */
    public static Optional<Endpoint> running(Path dataDirectory) {
        return read(dataDirectory.resolve(FILE)).filter(Endpoint::isRunning);
    }

    private static Optional<Endpoint> read(Path file) {
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException
                | DateTimeParseException
                | IllegalStateException
                | JsonParseException
                | NumberFormatException e) {
            throw new NoBusException(
                    "%s cannot be read (%s); delete it, and start 'postroad up' again".formatted(file, e.getMessage()));
        }
    }

    private static Endpoint parse(String text) {
        var json = JsonParser.parseString(text).getAsJsonObject();
        return new Endpoint(
                value(json, "bootstrap"), Long.parseLong(value(json, "pid")), Instant.parse(value(json, "started")));
    }

    private static String value(JsonObject json, String key) {
        if (json.get(key) instanceof JsonPrimitive value) {
            return value.getAsString();
        }
        throw new JsonParseException("it has no '%s'".formatted(key));
    }

    private boolean isRunning() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .filter(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) < 0)
                .isPresent();
    }

    /** Writes the endpoint; a reader sees the old file or the new one, never half of it. */
    public void write(Path dataDirectory) throws IOException {
        var json = new JsonObject();
        json.addProperty("bootstrap", bootstrap);
        json.addProperty("pid", pid);
        json.addProperty("started", started.toString());
        var file = dataDirectory.resolve(FILE);
        var draft = Files.writeString(file.resolveSibling(FILE + ".new"), json + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the endpoint of a data directory. */
    public static void delete(Path dataDirectory) throws IOException {
        Files.deleteIfExists(dataDirectory.resolve(FILE));
    }
}
