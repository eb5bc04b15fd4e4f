package dev.postroad.compiler.example;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import java.util.Optional;

/**
 * Invented messages as JSON on several lines. Personal data is shown as it is, because it is nobody's; messages that
 * people have published are printed by {@link dev.postroad.compiler.json.MessageJson}.
 */
public final class ExampleJson {
    private ExampleJson() {}

    /**
     * The message, fields named as in the contract, those that hold their default included. Empty if it has no JSON
     * form: it holds an {@code Any} of a type that is not known here, or a time outside of the years 1 to 9999.
     */
    public static Optional<String> of(Message message) {
        var types =
                TypeRegistry.newBuilder().add(message.getDescriptorForType()).build();
        try {
            return Optional.of(JsonFormat.printer()
                    .usingTypeRegistry(types)
                    .preservingProtoFieldNames()
                    .alwaysPrintFieldsWithNoPresence()
                    .print(message));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
