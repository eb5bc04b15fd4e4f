package dev.postroad.compiler.proto;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.contract.language.ContractLanguage;
import dev.postroad.contract.language.Documentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines and comments of a file's elements, from protoc's source information. An element of another file, or
 * of a file without source information, is placed at the file as a whole. To be used by one thread.
 */
public final class SourceLines {
    private final SourceFile file;
    private final List<Location> all;
    private @Nullable Map<List<Integer>, Location> locations;

    /** The lines of a compiled file. */
    public SourceLines(SourceFile file) {
        this.file = file;
        this.all = file.descriptor().toProto().getSourceCodeInfo().getLocationList();
    }

    /** Where a message, field, oneof, enum or value of the file begins. */
    public Place of(GenericDescriptor element) {
        return location(element).map(this::begin).orElseGet(() -> Place.of(file.shown()));
    }

    /** The last line of a field, oneof or enum value; the first of a message or enum, which hold other elements. */
    public int lastLine(GenericDescriptor element) {
        if (element instanceof Descriptor || element instanceof EnumDescriptor) {
            return of(element).line();
        }
        return location(element).map(SourceLines::lastLine).orElse(0) + 1;
    }

    /** Where the file states its package; its first line of code if it has none. */
    public Place ofPackage() {
        return statement(List.of(FileDescriptorProto.PACKAGE_FIELD_NUMBER));
    }

    /** Where the file states an import, counted from 0. */
    public Place ofImport(int index) {
        return statement(List.of(FileDescriptorProto.DEPENDENCY_FIELD_NUMBER, index));
    }

    /** The comment that stands before an element or behind it, without allowances; empty if there is none. */
    public String comment(GenericDescriptor element) {
        return location(element)
                .map(location -> Documentation.of(location.getLeadingComments() + location.getTrailingComments()))
                .orElse("");
    }

    /** Where a message's topic option stands, or the part of it that sets a given option. */
    public Place topicOption(Descriptor message, String option) {
        var path = new ArrayList<>(path(message));
        path.add(DescriptorProto.OPTIONS_FIELD_NUMBER);
        path.add(ContractLanguage.topic.getNumber());
        return below(path)
                .flatMap(location -> option.isEmpty() ? Optional.of(begin(location)) : part(location, option))
                .orElseGet(() -> of(message));
    }

    /** Protoc gives one span for an option and all its parts; the part's own line is found in the text. */
    private Optional<Place> part(Location option, String part) {
        var assignment = Pattern.compile("\\b" + Pattern.quote(part) + "\\s*[:=]");
        var first = option.getSpan(0);
        var last = lastLine(option);
        for (var line = first; line <= last && line < file.lines().size(); line++) {
            if (assignment.matcher(file.lines().get(line)).find()) {
                return Optional.of(new Place(file.shown(), line + 1));
            }
        }
        return Optional.of(begin(option));
    }

    /** Built when it is first asked for: whoever loads a repository asks for topic options only. */
    private Map<List<Integer>, Location> locations() {
        if (locations == null) {
            locations = new HashMap<>();
            for (var location : all) {
                locations.putIfAbsent(location.getPathList(), location);
            }
        }
        return locations;
    }

    private Place statement(List<Integer> path) {
        return Optional.ofNullable(locations().get(path))
                .or(() -> Optional.ofNullable(locations().get(List.<Integer>of())))
                .map(this::begin)
                .orElseGet(() -> Place.of(file.shown()));
    }

    private static int lastLine(Location location) {
        return location.getSpan(location.getSpanCount() == 4 ? 2 : 0);
    }

    private Place begin(Location location) {
        return new Place(file.shown(), location.getSpan(0) + 1);
    }

    private Optional<Location> location(GenericDescriptor element) {
        return element.getFile() == file.descriptor()
                ? Optional.ofNullable(locations().get(path(element)))
                : Optional.empty();
    }

    /** An option written as {@code (postroad.topic).name = …} has a longer path than one written with braces. */
    private Optional<Location> below(List<Integer> path) {
        return all.stream()
                .filter(location -> location.getPathCount() >= path.size()
                        && location.getPathList().subList(0, path.size()).equals(path))
                .findFirst();
    }

    private static List<Integer> path(GenericDescriptor element) {
        if (element instanceof Descriptor message) {
            return path(
                    message.getContainingType(),
                    FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER,
                    DescriptorProto.NESTED_TYPE_FIELD_NUMBER,
                    message.getIndex());
        }
        if (element instanceof EnumDescriptor enumeration) {
            return path(
                    enumeration.getContainingType(),
                    FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER,
                    DescriptorProto.ENUM_TYPE_FIELD_NUMBER,
                    enumeration.getIndex());
        }
        if (element instanceof EnumValueDescriptor value) {
            return child(path(value.getType()), EnumDescriptorProto.VALUE_FIELD_NUMBER, value.getIndex());
        }
        if (element instanceof OneofDescriptor oneof) {
            return child(path(oneof.getContainingType()), DescriptorProto.ONEOF_DECL_FIELD_NUMBER, oneof.getIndex());
        }
        if (element instanceof FieldDescriptor field && field.isExtension()) {
            return path(
                    field.getExtensionScope(),
                    FileDescriptorProto.EXTENSION_FIELD_NUMBER,
                    DescriptorProto.EXTENSION_FIELD_NUMBER,
                    field.getIndex());
        }
        if (element instanceof FieldDescriptor field) {
            return child(path(field.getContainingType()), DescriptorProto.FIELD_FIELD_NUMBER, field.getIndex());
        }
        return List.of();
    }

    private static List<Integer> path(@Nullable Descriptor parent, int atTop, int nested, int index) {
        return parent == null ? List.of(atTop, index) : child(path(parent), nested, index);
    }

    private static List<Integer> child(List<Integer> parent, int kind, int index) {
        var path = new ArrayList<>(parent);
        path.add(kind);
        path.add(index);
        return path;
    }
}
