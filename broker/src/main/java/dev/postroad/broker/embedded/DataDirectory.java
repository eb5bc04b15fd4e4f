package dev.postroad.broker.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a broker keeps its data. The directory is locked while the broker runs, by a lock that the operating system
 * lets go when the process dies; Kafka's own lock is taken too late, after its metadata log was opened. Kafka's data
 * has a folder to itself, because Kafka takes every folder next to its partitions for a partition.
 */
final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private DataDirectory(Path path, boolean temporary, FileChannel lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    /**
     * Opens and locks the chosen directory, or a new temporary one.
     *
     * @throws BrokerStartException if there is no way to write there, or another broker does
     */
    static DataDirectory open(Optional<Path> chosen) {
        if (chosen.isPresent()) {
            var path = chosen.get().toAbsolutePath().normalize();
            return new DataDirectory(path, false, locked(writable(path)));
        }
        try {
            var path = Files.createTempDirectory("postroad-broker-");
            return new DataDirectory(path, true, locked(path));
        } catch (IOException refused) {
            throw new BrokerStartException(
                    "no directory can be created in %s (%s); point java.io.tmpdir to one that can be written"
                            .formatted(System.getProperty("java.io.tmpdir"), refused),
                    refused);
        }
    }

    Path path() {
        return path;
    }

    Path logs() {
        return path.resolve("kafka");
    }

    /** Whether this still is the directory that was opened, and can be written. */
    boolean isIntact() {
        return Files.exists(lockFile(path)) && Files.isWritable(path);
    }

    boolean isFormatted() {
        // Kafka writes this file last, and in one move.
        return Files.exists(logs().resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
    }

    /** Whether the last broker had time to put its logs in order and leave Kafka's mark that it did. */
    boolean wasClosed() {
        return Files.exists(logs().resolve(".kafka_cleanshutdown"));
    }

    /** Makes an empty directory that of the member. */
    void format(ClusterMember member) {
        try {
            new Formatter()
                    .setClusterId(member.clusterId())
                    .setNodeId(member.node())
                    .setControllerListenerName(NodeProperties.CONTROLLER_LISTENER)
                    .addDirectory(logs().toString())
                    .setMetadataLogDirectory(logs().toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                    .run();
        } catch (Exception refused) { // Formatter.run declares nothing narrower.
            throw new BrokerStartException(
                    "directory %s cannot be formatted for Kafka (%s); choose an empty one"
                            .formatted(path, refused.getMessage()),
                    refused);
        }
    }

    @Override
    public void close() {
        Utils.closeQuietly(lock, "lock of " + path);
        if (temporary) {
            try {
                Utils.delete(path.toFile());
            } catch (IOException left) {
                LOG.atWarn().addKeyValue("directory", path).setCause(left).log("Temporary directory left behind");
            }
        }
    }

    private static Path writable(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new BrokerStartException(
                    "%s is a file; choose a directory, or a path that does not exist yet".formatted(path), null);
        }
        try {
            Files.createDirectories(path);
        } catch (IOException refused) {
            throw new BrokerStartException(
                    "directory %s cannot be created (%s); choose one below a directory that user %s may write"
                            .formatted(path, refused, System.getProperty("user.name")),
                    refused);
        }
        if (!Files.isWritable(path)) {
            throw new BrokerStartException(
                    "directory %s cannot be written by user %s; change its rights, or choose another"
                            .formatted(path, System.getProperty("user.name")),
                    null);
        }
        return path;
    }

    private static FileChannel locked(Path path) {
        try {
            var channel = FileChannel.open(lockFile(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (taken(channel)) {
                channel.close();
                throw new BrokerStartException(
                        "directory %s is in use by another running broker; stop that one, or choose another directory"
                                .formatted(path),
                        null);
            }
            return channel;
        } catch (IOException refused) {
            throw new BrokerStartException(
                    "directory %s cannot be locked (%s); choose one on a local disk".formatted(path, refused), refused);
        }
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException thisJvm) {
            return true;
        }
    }

    private static Path lockFile(Path path) {
        return path.resolve("broker.lock");
    }
}
