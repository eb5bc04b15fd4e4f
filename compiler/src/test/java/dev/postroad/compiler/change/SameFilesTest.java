package dev.postroad.compiler.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Extensions;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.shape.BothExtensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a message, and of three files that extend it. */
class SameFilesTest {
    @TempDir
    private Path before;

    @TempDir
    private Path after;

    @BeforeEach
    void writeBothVersions() throws IOException {
        for (var side : List.of(before, after)) {
            Files.writeString(side.resolve("wish.proto"), """
                    syntax = "proto2";
                    message Wish { extensions 100 to 199; }
                    """);
            for (var number = 101; number <= 103; number++) {
                extension(side, number, "string");
            }
        }
    }

    private static void extension(Path side, int number, String type) throws IOException {
        Files.writeString(side.resolve("extra%d.proto".formatted(number)), """
                syntax = "proto2";
                import "wish.proto";
                extend Wish { optional %s extra%d = %d; }
                """.formatted(type, number, number));
    }

    @Test
    void holdAMessageWhoseExtensionsAreTheSame() {
        assertThat(holdTheMessage()).isTrue();
    }

    @Test
    void doNotHoldAMessageOneOfWhoseExtensionsHasChanged() throws IOException {
        extension(after, 102, "bytes");

        assertThat(holdTheMessage()).isFalse();
    }

    @Test
    void doNotHoldAMessageThatHasLostAnExtension() throws IOException {
        Files.delete(after.resolve("extra103.proto"));

        assertThat(holdTheMessage()).isFalse();
    }

    private boolean holdTheMessage() {
        var old = files(before);
        var fresh = files(after);
        return new SameFiles(new BothExtensions(new Extensions(old), new Extensions(fresh)))
                .hold(wish(old), wish(fresh));
    }

    private static Descriptor wish(List<FileDescriptor> files) {
        return files.stream()
                .filter(file -> file.getName().equals("wish.proto"))
                .findFirst()
                .orElseThrow()
                .findMessageTypeByName("Wish");
    }

    private static List<FileDescriptor> files(Path folder) {
        return Protoc.installed().compile(folder, "").files().stream()
                .map(SourceFile::descriptor)
                .toList();
    }
}
