package dev.postroad.compiler.foreign;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Linker;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.language.ContractLanguage;
import dev.postroad.contract.language.TopicOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Files that others have published, written without a thought of Postroad. Each message at the top of a file becomes a
 * contract.
 */
final class ForeignSet {
    private static final String LANGUAGE = ContractLanguage.getDescriptor().getName();

    private final Map<String, SourceFile> published;

    private ForeignSet(List<SourceFile> files) {
        published = files.stream()
                .collect(Collectors.toMap(file -> file.descriptor().getName(), Function.identity()));
    }

    static ForeignSet read() {
        return new ForeignSet(Protoc.installed()
                .compile(Path.of("target/foreign"), "contracts/")
                .files());
    }

    /** The files as contracts, each message at any depth changed before it is linked. */
    List<SourceFile> contracts(Consumer<DescriptorProto.Builder> change) throws DescriptorValidationException {
        var linker = Linker.ofStandardImports();
        var contracts = new ArrayList<SourceFile>();
        for (var name : published.keySet().stream().sorted().toList()) {
            link(name, linker, change, contracts);
        }
        return contracts;
    }

    /** A repository that has these files and nothing else. */
    static BusRepository bus(List<SourceFile> files) {
        return new BusRepository(
                Path.of("target/foreign"),
                "foreign",
                List.of(),
                List.of(),
                List.of(),
                files,
                List.of(),
                List.of(),
                List.of());
    }

    static List<Descriptor> messages(List<SourceFile> files) {
        return files.stream()
                .flatMap(file -> file.descriptor().getMessageTypes().stream())
                .toList();
    }

    private void link(String name, Linker linker, Consumer<DescriptorProto.Builder> change, List<SourceFile> contracts)
            throws DescriptorValidationException {
        if (linker.find(name).isPresent()) {
            return;
        }
        var file = Objects.requireNonNull(published.get(name), name);
        for (var dependency : file.descriptor().getDependencies()) {
            link(dependency.getName(), linker, change, contracts);
        }
        contracts.add(new SourceFile(file.shown(), contract(file.descriptor(), linker, change), file.lines()));
    }

    private static FileDescriptor contract(FileDescriptor file, Linker linker, Consumer<DescriptorProto.Builder> change)
            throws DescriptorValidationException {
        var proto = file.toProto().toBuilder().addDependency(LANGUAGE);
        for (var message : proto.getMessageTypeBuilderList()) {
            changeAll(message, change);
            message.setOptions(withTopic(message, proto.getPackage()));
        }
        return linker.link(proto.build());
    }

    private static void changeAll(DescriptorProto.Builder message, Consumer<DescriptorProto.Builder> change) {
        if (!message.getOptions().getMapEntry()) {
            change.accept(message);
        }
        message.getNestedTypeBuilderList().forEach(nested -> changeAll(nested, change));
    }

    private static MessageOptions withTopic(DescriptorProto.Builder message, String ofPackage) {
        var key = message.getFieldList().stream()
                .filter(field -> field.getType() == Type.TYPE_STRING)
                .map(field -> field.getName())
                .findFirst()
                .orElse("");
        var entity = (ofPackage + '.' + message.getName())
                .toLowerCase(Locale.ROOT)
                .replace('.', '-')
                .replace('_', '-');
        var topic = TopicOptions.newBuilder()
                .setName("foreign.%s.v1".formatted(entity))
                .setOwner("others")
                .setKey(key);
        return message.getOptions().toBuilder()
                .setExtension(ContractLanguage.topic, topic.build())
                .build();
    }
}
