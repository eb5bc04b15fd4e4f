package dev.postroad.compiler.example;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;

/**
 * Invented messages as JSON on several lines. Personal data is shown as it is, because it is nobody's; messages that
 * people have published are printed by {@link dev.postroad.compiler.json.MessageJson}.
 */
public final class ExampleJson {
    private ExampleJson() {}

    /**
     * The message, fields named as in the contract, those that hold their default included.
     *
     * @throws IllegalArgumentException if it holds an {@code Any} of a type that is not known here
     */
    public static String of(Message message) {
        var types =
                TypeRegistry.newBuilder().add(message.getDescriptorForType()).build();
        try {
            return JsonFormat.printer()
                    .usingTypeRegistry(types)
                    .preservingProtoFieldNames()
                    .alwaysPrintFieldsWithNoPresence()
                    .print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("this message has no JSON form: " + e.getMessage(), e);
        }
    }
}
