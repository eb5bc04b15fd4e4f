package dev.postroad.compiler.differential;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.check.Check;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.tools.ToolProvider;

/** The Java classes of contracts' messages with a check beside each, compiled and loaded. */
record GeneratedClasses(ClassLoader loader) {
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
        Protoc.installed().generateJava(contracts.folder(), contracts.fileNames(), folder);
        for (var type : contracts.roots().values()) {
            var source = checks.apply(type);
            Files.writeString(folder.resolve(source.className().replace('.', '/') + ".java"), source.text());
        }
        compile(folder);
        return new GeneratedClasses(
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, GeneratedClasses.class.getClassLoader()));
    }

    private static void compile(Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var walk = Files.walk(folder)) {
            var sources = walk.filter(file -> file.toString().endsWith(".java")).toArray(Path[]::new);
            var said = new StringWriter();
            var options = List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-g:none");
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(sources))
                    .call()) {
                throw new IllegalStateException("generated classes do not compile: " + said);
            }
        }
    }

    /** The check of that name. */
    // The test asks for the check of the message that it gives to it.
    @SuppressWarnings("unchecked")
    Check<Message> check(String className) {
        try {
            return (Check<Message>) loader.loadClass(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " is no check", e);
        }
    }

    /** The message {@code Root} of a contract, without set fields. */
    Message empty(RandomContract contract) {
        var className = contract.packageName() + ".Root";
        try {
            return (Message)
                    loader.loadClass(className).getMethod("getDefaultInstance").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " is no message", e);
        }
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
