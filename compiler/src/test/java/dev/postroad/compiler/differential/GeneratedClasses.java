package dev.postroad.compiler.differential;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.source.CompiledSources;
import dev.postroad.contract.check.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Function;

/** The Java classes of contracts' messages with a check beside each, compiled and loaded. */
record GeneratedClasses(CompiledSources sources) {
    /**
     * The source of a check.
     *
     * @param className with its package, which is that of the message
     */
    record Source(String className, String text) {}

    /**
     * Generates and compiles the classes of contracts.
     *
     * @param folder empty; it holds the sources and the classes
     * @param checks the source of the check of a message
     */
    static GeneratedClasses of(Contracts contracts, Path folder, Function<Descriptor, Source> checks)
            throws IOException {
        var names = new ArrayList<>(contracts.fileNames());
        names.add(PredefinedRules.FILE);
        Protoc.installed().generateJava(contracts.folder(), names, folder);
        for (var type : contracts.roots().values()) {
            var source = checks.apply(type);
            Files.writeString(folder.resolve(source.className().replace('.', '/') + ".java"), source.text());
        }
        return new GeneratedClasses(new CompiledSources(folder));
    }

    /** The check of the message of a contract. */
    Check<Message> check(String packageName) {
        return sources.check(packageName + ".RootCheck");
    }

    /** The message {@code Root} of a contract, without set fields. */
    Message empty(RandomContract contract) {
        return sources.emptyMessage(contract.packageName() + ".Root");
    }

    /** The same message as one of a generated class. */
    static Message parsed(Message empty, Message message) {
        try {
            return empty.newBuilderForType().mergeFrom(message.toByteString()).buildPartial();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message that was written cannot be read", e);
        }
    }
}
