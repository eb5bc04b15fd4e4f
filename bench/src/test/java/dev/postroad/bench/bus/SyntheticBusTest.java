package dev.postroad.bench.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticBusTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void isABusWithoutFindings() throws IOException {
        SyntheticBus.of(SEED, 60).write(folder);

        var bus = BusRepository.load(folder, Protoc.installed());

        assertThat(bus.findings()).isEmpty();
        assertThat(bus.contracts()).hasSize(60);
        assertThat(bus.services()).hasSize(12);
    }

    @Test
    void staysABusWhenItIsChanged() throws IOException {
        SyntheticBus.of(SEED, 200).mutate(SEED).write(folder);

        assertThat(BusRepository.load(folder, Protoc.installed()).findings()).isEmpty();
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        SyntheticBus.of(SEED, 60).write(folder.resolve("first"));
        SyntheticBus.of(SEED, 60).write(folder.resolve("second"));
        SyntheticBus.of(SEED + 1, 60).write(folder.resolve("other"));

        assertThat(files("second")).isEqualTo(files("first")).isNotEqualTo(files("other"));
    }

    @Test
    void changesFewContracts() throws IOException {
        SyntheticBus.of(SEED, 200).write(folder.resolve("before"));
        SyntheticBus.of(SEED, 200).mutate(SEED).write(folder.resolve("after"));

        var before = files("before");
        var changed = files("after").entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .count();

        assertThat(changed).isBetween(3L, 25L);
    }

    private Map<String, String> files(String name) throws IOException {
        var files = new TreeMap<String, String>();
        var root = folder.resolve(name);
        try (var walk = Files.walk(root)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
