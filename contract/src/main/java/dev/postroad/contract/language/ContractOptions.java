package dev.postroad.contract.language;

import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Optional;

/**
 * Reads the options of the contract language from descriptors of any origin.
 *
 * <p>Whether an option is there as a value or as unknown bytes depends on who parsed the descriptor, and with what
 * registry. What is not there as a value is therefore parsed again, with a registry that knows the contract language
 * and protovalidate: cheap enough for start-up, not meant for each message.
 */
public final class ContractOptions {
    private static final ExtensionRegistry REGISTRY = registry();

    private ContractOptions() {}

    /** A registry with the extensions of the contract language and of protovalidate. */
    public static ExtensionRegistry registry() {
        var registry = ExtensionRegistry.newInstance();
        ContractLanguage.registerAllExtensions(registry);
        ValidateProto.registerAllExtensions(registry);
        return registry;
    }

    /** The topic option of a message, if it has one. */
    public static Optional<TopicOptions> topic(Descriptor message) {
        var options = known(message.getOptions());
        return options.hasExtension(ContractLanguage.topic)
                ? Optional.of(options.getExtension(ContractLanguage.topic))
                : Optional.empty();
    }

    /** Whether a field is marked as personal data. */
    public static boolean isPersonalData(FieldDescriptor field) {
        return known(field.getOptions()).getExtension(ContractLanguage.personalData);
    }

    /** The options, with the extensions that are known here as values. */
    @SuppressWarnings("unchecked")
    public static <O extends Message> O known(O options) {
        if (options.getSerializedSize() == 0 || isKnown(options)) {
            return options;
        }
        try {
            return (O) options.getParserForType().parseFrom(options.toByteString(), REGISTRY);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("options cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether everything is there as a value, and each extension as one of the classes that are known here. */
    private static boolean isKnown(Message options) {
        return options.getUnknownFields().isEmpty()
                && options.getAllFields().keySet().stream()
                        .filter(FieldDescriptor::isExtension)
                        .map(FieldDescriptor::getFile)
                        .allMatch(file ->
                                file == ContractLanguage.getDescriptor() || file == ValidateProto.getDescriptor());
    }
}
