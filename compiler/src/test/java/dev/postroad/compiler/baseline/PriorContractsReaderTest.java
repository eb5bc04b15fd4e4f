package dev.postroad.compiler.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.postroad.compiler.baseline.Origin.Kind;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorContractsReaderTest {
    @TempDir
    private Path folder;

    private ShopBus before;
    private ShopBus after;

    @BeforeEach
    void writeBothVersions() throws IOException {
        before = ShopBus.in(folder.resolve("before"));
        after = ShopBus.in(folder.resolve("after"));
        after.field("string remark = 4;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/contracts"})
    void readsABusAndAFolderOfContracts(String below) {
        var name = before.root() + below;

        var prior = after.read(name);

        assertThat(prior.origin()).isEqualTo(new Origin(Kind.FOLDER, name, ""));
        assertThat(ShopBus.fields(prior)).containsExactly("order_id", "total", "note");
        assertThat(prior.files()).extracting(SourceFile::shown).containsExactly(ShopBus.SHARED, ShopBus.CONTRACT);
    }

    @Test
    void takesWhatIsUnchangedFromTheRepository() throws IOException {
        var repository = after.load();

        var prior = read(repository, before.root());
        var same = read(repository, after.root());

        assertThat(prior.files().get(0)).isSameAs(repository.files().get(0));
        assertThat(prior.files().get(1)).isNotSameAs(repository.files().get(1));
        assertThat(same.files()).containsExactlyElementsOf(repository.files());
    }

    @Test
    void compilesWhatImportsAChangedFile() throws IOException {
        after.write(ShopBus.CONTRACT, Files.readString(before.root().resolve(ShopBus.CONTRACT)));
        after.write(
                ShopBus.SHARED,
                Files.readString(after.root().resolve(ShopBus.SHARED)).replace("int64", "int32"));
        var repository = after.load();

        var prior = read(repository, before.root());

        assertThat(prior.files()).doesNotContainAnyElementsOf(repository.files());
        var total = prior.messages().get(1).findFieldByName("total");
        assertThat(total.getMessageType().findFieldByName("cents").getType().name())
                .isEqualTo("INT64");
    }

    private static PriorContracts read(BusRepository repository, Path name) {
        return new PriorContractsReader(repository, Protoc.installed()).read(name.toString());
    }

    @Test
    void readsADescriptorSetInAnyOrderWithoutWhatEveryContractMayImport() throws IOException {
        var files = descriptors(before);
        Collections.reverse(files);
        var set = write(
                "prior.binpb",
                FileDescriptorSet.newBuilder().addAllFile(files).build().toByteArray());

        var prior = after.read(set);

        assertThat(prior.origin()).isEqualTo(new Origin(Kind.DESCRIPTOR_SET, set, ""));
        assertThat(ShopBus.fields(prior)).containsExactly("order_id", "total", "note");
        assertThat(prior.files()).extracting(SourceFile::shown).containsExactly(ShopBus.SHARED, ShopBus.CONTRACT);
    }

    @Test
    void refusesADescriptorSetThatLacksAFile() throws IOException {
        var contract = descriptors(before).get(1);
        var set = write(
                "prior.binpb",
                FileDescriptorSet.newBuilder().addFile(contract).build().toByteArray());

        assertThatThrownBy(() -> after.read(set))
                .isInstanceOf(NoBaselineException.class)
                .hasMessage(set + " lacks orders/money.proto, which one of its files imports;"
                        + " write one with protoc --include_imports --retain_options --descriptor_set_out=FILE");
    }

    @Test
    void refusesADescriptorSetWhoseFilesImportEachOther() throws IOException {
        var one = FileDescriptorProto.newBuilder().setName("one.proto").addDependency("other.proto");
        var other = FileDescriptorProto.newBuilder().setName("other.proto").addDependency("one.proto");
        var set = write(
                "prior.binpb",
                FileDescriptorSet.newBuilder()
                        .addFile(one)
                        .addFile(other)
                        .build()
                        .toByteArray());

        assertThatThrownBy(() -> after.read(set))
                .isInstanceOf(NoBaselineException.class)
                .hasMessageContaining("which imports itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no descriptor set", "\0\0\0\0", "\n\0"})
    void refusesAnotherFile(String content) throws IOException {
        var file = write("some.file", content.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> after.read(file))
                .isInstanceOf(NoBaselineException.class)
                .hasMessageStartingWith(file + " is no descriptor set; write one with protoc");
    }

    @Test
    void refusesAFolderWithoutContracts() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> after.read(empty.toString()))
                .isInstanceOf(NoBaselineException.class)
                .hasMessageContaining("empty is no bus repository, and no .proto file is in it");
    }

    @Test
    void findsNothingInABusThatHasNoContracts() throws IOException {
        var bus = Files.createDirectory(folder.resolve("bus"));
        Files.writeString(bus.resolve("postroad.yaml"), "name: shop\n");

        assertThat(after.read(bus.toString()).files()).isEmpty();
    }

    @Test
    void saysWhereContractsDoNotCompile() throws IOException {
        before.field("strin note = 3;");

        assertThatThrownBy(() -> after.read(before.root().toString()))
                .isInstanceOf(NoBaselineException.class)
                .hasMessageMatching("(?s)the contracts of folder .*before do not compile.*" + ShopBus.CONTRACT
                        + ":9: error: .*strin.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--output=x", "-"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> after.read(name))
                .isInstanceOf(NoBaselineException.class)
                .hasMessageStartingWith("'" + name + "' is no baseline; name a Git revision");
    }

    private static List<FileDescriptorProto> descriptors(ShopBus bus) {
        return new ArrayList<>(bus.load().files().stream()
                .map(file -> file.descriptor().toProto())
                .toList());
    }

    private String write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }
}
