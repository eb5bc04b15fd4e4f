package dev.postroad.compiler.remark;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.SourceLines;
import java.util.ArrayList;
import java.util.List;

/** The remarks on one file, as they are collected. To be used by one thread. */
public final class Remarks {
    private final SourceFile file;
    private final SourceLines lines;
    private final List<Remark> all = new ArrayList<>();

    /** No remarks yet. */
    public Remarks(SourceFile file) {
        this.file = file;
        this.lines = new SourceLines(file);
    }

    /** The file that is remarked on. */
    public FileDescriptor descriptor() {
        return file.descriptor();
    }

    /** How findings name the file. */
    public String shown() {
        return file.shown();
    }

    /** Where its elements stand. */
    public SourceLines lines() {
        return lines;
    }

    /** Remarks on an element. */
    public void add(Rule rule, GenericDescriptor element, String message, String fix) {
        add(rule, element, lines.of(element), message, fix);
    }

    /** Remarks on an element at one of its lines. */
    public void add(Rule rule, GenericDescriptor element, Place place, String message, String fix) {
        var finding = rule.at(place, element.getFullName(), message, fix);
        all.add(new Remark(finding, lines.of(element).line(), lines.lastLine(element)));
    }

    /** Remarks on a statement of the file, such as its package. */
    public void add(Rule rule, Place statement, String message, String fix) {
        var finding = rule.at(statement, file.shown(), message, fix);
        all.add(new Remark(finding, statement.line(), statement.line()));
    }

    /** The remarks so far. */
    public List<Remark> all() {
        return List.copyOf(all);
    }

    SourceFile file() {
        return file;
    }
}
