package dev.postroad.compiler.source;

import com.google.protobuf.Message;
import dev.postroad.contract.check.Check;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Java sources below a folder, compiled into it. */
public final class CompiledSources {
    private final ClassLoader loader;

    /**
     * Compiles all sources in a folder, at any depth.
     *
     * @throws IllegalStateException if one does not compile
     */
    public CompiledSources(Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var walk = Files.walk(folder)) {
            var sources = walk.filter(file -> file.toString().endsWith(".java")).toArray(Path[]::new);
            var said = new StringWriter();
            var options = List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-g:none");
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(sources))
                    .call()) {
                throw new IllegalStateException(said.toString());
            }
        }
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, CompiledSources.class.getClassLoader());
    }

    /** The check of a class. */
    // The test asks for the check of the message that it gives to it.
    @SuppressWarnings("unchecked")
    public Check<Message> check(String className) {
        try {
            return (Check<Message>) loader.loadClass(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " is no check", e);
        }
    }

    /** The message of a class without set fields. */
    public Message emptyMessage(String className) {
        try {
            return (Message)
                    loader.loadClass(className).getMethod("getDefaultInstance").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " is no message", e);
        }
    }
}
