package dev.postroad.compiler.source;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names that protoc gives to the accessors of a message's fields, without {@code get} and {@code has}. */
final class JavaFields {
    /** What every message class has already. */
    private static final Set<String> TAKEN = Set.of(
            "Class",
            "DefaultInstanceForType",
            "ParserForType",
            "SerializedSize",
            "AllFields",
            "DescriptorForType",
            "InitializationErrorString",
            "UnknownFields",
            "CachedSize");

    private final Map<Descriptor, Map<FieldDescriptor, String>> names = new HashMap<>();

    /** The name of a field's accessors, such as {@code OrderId} for {@code order_id}. */
    String name(FieldDescriptor field) {
        var message = field.getContainingType();
        var known = names.computeIfAbsent(message, type -> names(type.getFields()));
        return known.getOrDefault(field, plain(field));
    }

    /** The name of a oneof's accessors. */
    static String name(OneofDescriptor oneof) {
        return camelCase(oneof.getName());
    }

    /** Names that meet get the fields' numbers. */
    private static Map<FieldDescriptor, String> names(List<FieldDescriptor> fields) {
        var met = new HashSet<FieldDescriptor>();
        var byName = new HashMap<String, FieldDescriptor>();
        for (var field : fields) {
            var other = byName.putIfAbsent(plain(field), field);
            if (other != null) {
                met.add(field);
                met.add(other);
            }
        }
        for (var field : fields) {
            if (field.isRepeated()) {
                for (var suffix : List.of("Count", "List")) {
                    var other = byName.get(plain(field) + suffix);
                    if (other != null) {
                        met.add(field);
                        met.add(other);
                    }
                }
            }
        }
        var result = new HashMap<FieldDescriptor, String>();
        for (var field : fields) {
            result.put(field, met.contains(field) ? plain(field) + field.getNumber() : plain(field));
        }
        return result;
    }

    private static String plain(FieldDescriptor field) {
        var name = camelCase(isGroup(field) ? field.getMessageType().getName() : field.getName());
        return TAKEN.contains(name) ? name + "_" : name;
    }

    /** A group is named by its type, and so is a field of an edition that looks like one. */
    private static boolean isGroup(FieldDescriptor field) {
        if (field.getType() != FieldDescriptor.Type.GROUP) {
            return false;
        }
        var type = field.getMessageType();
        return field.getName().equals(type.getName().toLowerCase(Locale.ROOT))
                && type.getFile() == field.getFile()
                && type.getContainingType() == field.getContainingType();
    }

    private static String camelCase(String name) {
        var result = new StringBuilder();
        var isNextUpper = true;
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (c >= 'a' && c <= 'z') {
                result.append(isNextUpper ? (char) (c - 'a' + 'A') : c);
                isNextUpper = false;
            } else if (c >= 'A' && c <= 'Z') {
                result.append(c);
                isNextUpper = false;
            } else if (c >= '0' && c <= '9') {
                result.append(c);
                isNextUpper = true;
            } else {
                isNextUpper = true;
            }
        }
        return result.toString();
    }
}
