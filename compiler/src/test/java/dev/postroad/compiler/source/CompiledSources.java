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
final class CompiledSources {
    private final ClassLoader loader;

    CompiledSources(Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var walk = Files.walk(folder)) {
            var sources = walk.filter(Files::isRegularFile).toArray(Path[]::new);
            var said = new StringWriter();
            var options = List.of("-d", folder.toString(), "-proc:none");
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(sources))
                    .call()) {
                throw new IllegalStateException(said.toString());
            }
        }
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, CompiledSources.class.getClassLoader());
    }

    /** The check of a class. */
    @SuppressWarnings("unchecked")
    Check<Message> check(String className) throws ReflectiveOperationException {
        return (Check<Message>) loader.loadClass(className).getConstructor().newInstance();
    }

    /** The message of a class without set fields. */
    Message emptyMessage(String className) throws ReflectiveOperationException {
        return (Message)
                loader.loadClass(className).getMethod("getDefaultInstance").invoke(null);
    }
}
