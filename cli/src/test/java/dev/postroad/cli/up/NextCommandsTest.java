package dev.postroad.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.cli.BusFiles;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextCommandsTest {
    private static final String SAMPLE = "postroad.sample-bus";

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheSample() {
        System.clearProperty(SAMPLE);
    }

    @Test
    void nameTheBusAsSeenFromHere() throws IOException {
        assertThat(NextCommands.of(shop(folder.resolve("buses/shop")), folder))
                .containsExactly(
                        "./postroad tail --bus buses/shop shop.sold.v1",
                        "echo '{}' | ./postroad publish --bus buses/shop shop.sold.v1",
                        "less buses/shop/contracts/sold.proto");
    }

    @Test
    void nameABusElsewhereInFull() throws IOException {
        var root = folder.resolve("shop");

        assertThat(NextCommands.of(shop(root), folder.resolve("elsewhere")))
                .containsExactly(
                        "./postroad tail --bus %s shop.sold.v1".formatted(root),
                        "echo '{}' | ./postroad publish --bus %s shop.sold.v1".formatted(root),
                        "less %s/contracts/sold.proto".formatted(root));
    }

    @Test
    void needNotNameTheBusOfThisFolder() throws IOException {
        assertThat(NextCommands.of(shop(folder), folder))
                .containsExactly(
                        "./postroad tail shop.sold.v1",
                        "echo '{}' | ./postroad publish shop.sold.v1",
                        "less contracts/sold.proto");
    }

    @Test
    void needNotNameTheSample() throws IOException {
        var sample = folder.resolve("sample");
        System.setProperty(SAMPLE, sample.toString());

        assertThat(NextCommands.of(shop(sample), folder)).startsWith("./postroad tail shop.sold.v1");
    }

    @Test
    void nameTheSampleWhereAnotherBusIsNearer() throws IOException {
        var sample = folder.resolve("sample");
        System.setProperty(SAMPLE, sample.toString());
        var other = folder.resolve("other");
        shop(other);

        assertThat(NextCommands.of(shop(sample), other))
                .startsWith("./postroad tail --bus %s shop.sold.v1".formatted(sample));
    }

    @Test
    void areNoneWithoutATopic() throws IOException {
        BusFiles.write(folder, "--- postroad.yaml\nname: shop\n");

        assertThat(NextCommands.of(BusRepository.load(folder, Protoc.installed()), folder))
                .isEmpty();
    }

    private static BusRepository shop(Path root) throws IOException {
        BusFiles.write(root, """
                --- postroad.yaml
                name: shop
                --- teams.yaml
                teams: { checkout: {} }
                --- contracts/sold.proto
                syntax = "proto3";
                package shop.v1;
                import "postroad/contract.proto";
                message Sold {
                  option (postroad.topic) = { name: "shop.sold.v1" owner: "checkout" };
                  string id = 1;
                }
                """);
        return BusRepository.load(root, Protoc.installed());
    }
}
