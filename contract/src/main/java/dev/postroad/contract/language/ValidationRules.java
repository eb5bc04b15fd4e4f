package dev.postroad.contract.language;

import build.buf.validate.FieldRules;
import build.buf.validate.MessageRules;
import build.buf.validate.OneofRules;
import build.buf.validate.PredefinedRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads protovalidate's rules from descriptors of any origin, those that contracts predefine included.
 *
 * <p>A predefined rule is an extension of one of protovalidate's messages of rules, which a contract's file imports.
 * Whoever parses that file without knowing it has its value as unknown bytes; the file's imports say what they mean.
 */
public final class ValidationRules {
    private static final String PACKAGE = ValidateProto.getDescriptor().getPackage();

    private ValidationRules() {}

    /** The rules of a field. */
    public static FieldRules of(FieldDescriptor field) {
        var rules = ContractOptions.known(field.getOptions()).getExtension(ValidateProto.field);
        if (isKnown(rules)) {
            return rules;
        }
        try {
            return FieldRules.parseFrom(rules.toByteString(), registry(field.getFile()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "the rules of %s cannot be read: %s".formatted(field.getFullName(), e.getMessage()), e);
        }
    }

    /** The rules of a message as a whole. */
    public static MessageRules of(Descriptor message) {
        return ContractOptions.known(message.getOptions()).getExtension(ValidateProto.message);
    }

    /** The rules of a oneof. */
    public static OneofRules of(OneofDescriptor oneof) {
        return ContractOptions.known(oneof.getOptions()).getExtension(ValidateProto.oneof);
    }

    /** The rules of a value's type, such as a {@code StringRules}; empty if there are none. */
    public static Optional<Message> ofType(FieldRules rules) {
        var oneof = FieldRules.getDescriptor().getOneofs().get(0);
        return Optional.ofNullable(rules.getOneofFieldDescriptor(oneof)).map(type -> (Message) rules.getField(type));
    }

    /** What a predefined rule asks for; no expression if the extension is none. */
    public static PredefinedRules predefined(FieldDescriptor rule) {
        return ContractOptions.known(rule.getOptions()).getExtension(ValidateProto.predefined);
    }

    /** The predefined rules that are set among rules of a type, such as a {@code StringRules}, by their numbers. */
    public static List<FieldDescriptor> predefined(Message typeRules) {
        return typeRules.getAllFields().keySet().stream()
                .filter(FieldDescriptor::isExtension)
                .toList();
    }

    /** The extensions of protovalidate's messages that a file and all that it imports declare. */
    public static Set<FieldDescriptor> predefined(FileDescriptor file) {
        var found = new LinkedHashSet<FieldDescriptor>();
        collect(file, new HashSet<>(), found);
        return found;
    }

    /** A registry with the extensions of the contract language, of protovalidate, and of what a file imports. */
    public static ExtensionRegistry registry(FileDescriptor file) {
        var registry = ContractOptions.registry();
        for (var rule : predefined(file)) {
            if (rule.getJavaType() == JavaType.MESSAGE) {
                registry.add(rule, DynamicMessage.getDefaultInstance(rule.getMessageType()));
            } else {
                registry.add(rule);
            }
        }
        return registry;
    }

    private static void collect(FileDescriptor file, Set<FileDescriptor> seen, Set<FieldDescriptor> found) {
        if (!seen.add(file)) {
            return;
        }
        file.getDependencies().forEach(imported -> collect(imported, seen, found));
        add(file.getExtensions(), found);
        file.getMessageTypes().forEach(message -> collect(message, found));
    }

    private static void collect(Descriptor message, Set<FieldDescriptor> found) {
        add(message.getExtensions(), found);
        message.getNestedTypes().forEach(nested -> collect(nested, found));
    }

    private static void add(List<FieldDescriptor> extensions, Set<FieldDescriptor> found) {
        extensions.stream().filter(ValidationRules::extendsRules).forEach(found::add);
    }

    /** Whether an extension is one of protovalidate's messages. */
    public static boolean extendsRules(FieldDescriptor extension) {
        return extension.getContainingType().getFile().getPackage().equals(PACKAGE);
    }

    private static boolean isKnown(Message rules) {
        return rules.getUnknownFields().isEmpty()
                && rules.getAllFields().values().stream()
                        .allMatch(value -> !(value instanceof Message part) || isKnown(part));
    }
}
