package dev.postroad.compiler.page;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.proto.Extensions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types that a contract's message reaches, in the order of their first use, with the headings that they stand
 * under.
 */
final class Types {
    private final Descriptor root;
    private final Extensions extensions;
    private final Map<GenericDescriptor, String> titles = new LinkedHashMap<>();
    private final Map<GenericDescriptor, String> anchors = new LinkedHashMap<>();
    private final Set<String> taken;

    /** The types below a message; the anchors of the page's own headings are taken. */
    Types(Descriptor root, Extensions extensions, List<String> headings) {
        this.root = root;
        this.extensions = extensions;
        this.taken = new HashSet<>(headings.stream().map(Types::anchor).toList());
        visit(root);
        titles.remove(root);
    }

    private void visit(Descriptor message) {
        var nested = new ArrayList<Descriptor>();
        titles.put(message, title(message));
        for (var field : fields(message)) {
            var type = type(field);
            if (type.isEmpty() || titles.containsKey(type.get())) {
                continue;
            }
            titles.put(type.get(), title(type.get()));
            if (!type.get().equals(root)) {
                name(type.get());
            }
            if (type.get() instanceof Descriptor below) {
                nested.add(below);
            }
        }
        nested.forEach(this::visit);
    }

    /** The fields of a message, and its extensions. */
    List<FieldDescriptor> fields(Descriptor message) {
        return extensions.withFields(message);
    }

    private void name(GenericDescriptor type) {
        var wanted = anchor(title(type));
        var free = wanted;
        // As GitHub tells equal headings apart.
        for (var number = 1; !taken.add(free); number++) {
            free = wanted + '-' + number;
        }
        anchors.put(type, free);
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private String title(GenericDescriptor type) {
        var ownPackage = root.getFile().getPackage();
        return type.getFile().getPackage().equals(ownPackage) && !ownPackage.isEmpty()
                ? type.getFullName().substring(ownPackage.length() + 1)
                : type.getFullName();
    }

    /** The message or enum that a field, or the values of a map field, is made of; none for Google's own. */
    private static Optional<GenericDescriptor> type(FieldDescriptor field) {
        var holder = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
        var type = switch (holder.getType()) {
            case MESSAGE, GROUP -> Optional.<GenericDescriptor>of(holder.getMessageType());
            case ENUM -> Optional.<GenericDescriptor>of(holder.getEnumType());
            default -> Optional.<GenericDescriptor>empty();
        };
        return type.filter(known -> !known.getFile().getPackage().equals("google.protobuf"));
    }

    /** All of them but the contract's own message. */
    List<GenericDescriptor> all() {
        return List.copyOf(titles.keySet());
    }

    /** The heading of a type's section. */
    String heading(GenericDescriptor type) {
        return title(type);
    }

    /** A field's type, with a link to its section if it has one. */
    String shown(FieldDescriptor field) {
        if (field.isMapField()) {
            var entry = field.getMessageType();
            return "map of %s to %s".formatted(shown(entry.findFieldByNumber(1)), shown(entry.findFieldByNumber(2)));
        }
        return switch (field.getType()) {
            case MESSAGE, GROUP -> linked(field.getMessageType());
            case ENUM -> linked((EnumDescriptor) field.getEnumType());
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
    }

    private String linked(GenericDescriptor type) {
        if (type.equals(root)) {
            return "[%s](#fields)".formatted(Markdown.text(title(type)));
        }
        var anchor = anchors.get(type);
        return anchor == null
                ? Markdown.text(type.getName())
                : "[%s](#%s)".formatted(Markdown.text(title(type)), anchor);
    }
}
