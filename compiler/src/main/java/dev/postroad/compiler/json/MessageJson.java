package dev.postroad.compiler.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.postroad.contract.language.ContractOptions;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads and prints messages of one type as JSON, one line each. Safe for use by several threads.
 *
 * <p>Fields are printed by the names that the contract gives them, as violations name them; both these and Protobuf's
 * JSON names are read.
 */
public final class MessageJson {
    /** What stands in place of personal data. */
    public static final String MASK = "***";

    private final Descriptor type;
    private final JsonFormat.Parser parser;
    private final JsonFormat.Printer printer;
    private final Map<FieldDescriptor, Boolean> personal = new ConcurrentHashMap<>();

    /** JSON of one message type. */
    public MessageJson(Descriptor type) {
        this.type = type;
        var types = TypeRegistry.newBuilder().add(type).build();
        this.parser = JsonFormat.parser().usingTypeRegistry(types);
        this.printer = JsonFormat.printer()
                .usingTypeRegistry(types)
                .omittingInsignificantWhitespace()
                .preservingProtoFieldNames();
    }

    /**
     * The message that a JSON object describes.
     *
     * @throws IllegalArgumentException if it describes none, with the reason
     */
    public DynamicMessage parse(String json) {
        var builder = DynamicMessage.newBuilder(type);
        try {
            parser.merge(json, builder);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "this is no %s: %s".formatted(type.getName(), firstLine(String.valueOf(e.getMessage()))), e);
        }
        return builder.build();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").replaceFirst("^[a-zA-Z.]+Exception: ", "");
    }

    /** The message as one line of JSON, personal data masked. */
    public String print(Message message) {
        try {
            var tree = JsonParser.parseString(printer.print(message));
            return mask(tree, message.getDescriptorForType()).toString();
        } catch (InvalidProtocolBufferException e) {
            // A google.protobuf.Any whose type nobody here knows.
            return new JsonPrimitive("not printable: " + e.getMessage()).toString();
        }
    }

    private JsonElement mask(JsonElement element, Descriptor message) {
        if (!(element instanceof JsonObject object) || message.getFullName().startsWith("google.protobuf.")) {
            return element;
        }
        var masked = new JsonObject();
        for (var entry : object.entrySet()) {
            var field = fieldOf(message, entry.getKey());
            masked.add(entry.getKey(), isPersonal(field) ? new JsonPrimitive(MASK) : value(entry.getValue(), field));
        }
        return masked;
    }

    private JsonElement value(JsonElement value, FieldDescriptor field) {
        if (field.isMapField()) {
            var valueField = field.getMessageType().findFieldByNumber(2);
            var masked = new JsonObject();
            value.getAsJsonObject().asMap().forEach((key, item) -> masked.add(key, value(item, valueField)));
            return masked;
        }
        if (field.getJavaType() != JavaType.MESSAGE) {
            return value;
        }
        if (value instanceof JsonArray array && field.isRepeated()) {
            var masked = new JsonArray();
            array.forEach(item -> masked.add(mask(item, field.getMessageType())));
            return masked;
        }
        return mask(value, field.getMessageType());
    }

    /** Whether a field is personal data. */
    public boolean isPersonal(FieldDescriptor field) {
        return personal.computeIfAbsent(field, ContractOptions::isPersonalData);
    }

    private static FieldDescriptor fieldOf(Descriptor message, String name) {
        return Objects.requireNonNull(message.findFieldByName(name), name);
    }
}
