package dev.postroad.compiler.proto;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.finding.Finding;
import java.util.List;

/**
 * What came of compiling a folder.
 *
 * @param files the compiled files in the order of their names, without those that were only imported from the class
 *     path; empty if there is an error
 * @param findings protoc's errors and warnings
 */
public record Compilation(List<SourceFile> files, List<Finding> findings) {
    public Compilation {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /** A compiled file: its name in findings, its descriptor, its text. */
    public record SourceFile(String shown, FileDescriptor descriptor, List<String> lines) {}
}
