package dev.postroad.client.serialization;

import com.google.protobuf.Message;
import dev.postroad.contract.topic.InvalidContractException;
import dev.postroad.contract.topic.Topic;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/**
 * What serializers and deserializers take from the properties of Kafka's clients, declared once: what reads them and
 * the reference page are drawn from this.
 */
public final class ContractProperties {
    /** The property that names the message class. */
    public static final String TYPE = "postroad.contract.type";

    /** The property that says what becomes of records that break a constraint. */
    public static final String VALIDATE = "postroad.contract.validate";

    private static final String PREFIX = "postroad.contract.";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    TYPE,
                    Type.CLASS,
                    null,
                    Importance.HIGH,
                    "The message class that `protoc` generated from the contract. A deserializer needs it; a serializer"
                            + " that has it refuses records without a value if the topic is not compacted.")
            .define(
                    VALIDATE,
                    Type.STRING,
                    Validation.COUNT.toString(),
                    ValidString.in(Validation.COUNT.toString(), Validation.ENFORCE.toString()),
                    Importance.MEDIUM,
                    "What a deserializer does with a message that breaks a constraint: `count` and log it, since the"
                            + " constraint may be younger than the record, or `enforce` the contract by an exception.");

    private ContractProperties() {}

    /** The properties: their names, defaults and meaning. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** Refuses what is never right, whichever of the properties is asked for. */
    static void require(Map<String, ?> properties, boolean isKey) {
        if (isKey) {
            throw new ConfigException(
                    "a contract binds the values of records; for keys take Kafka's own classes for byte arrays or strings");
        }
        properties.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !DEFINITION.names().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigException(
                            "there is no property %s; there are %s and %s".formatted(name, TYPE, VALIDATE));
                });
    }

    /** The topic of the message class that the properties name, if they name one. */
    static <M extends Message> Optional<Topic<M>> topic(Map<String, ?> properties) {
        return Optional.ofNullable((Class<?>) DEFINITION.parse(properties).get(TYPE))
                .map(ContractProperties::topic);
    }

    // Which messages a client is for is known to whoever writes its properties, and not to the compiler.
    @SuppressWarnings("unchecked")
    private static <M extends Message> Topic<M> topic(Class<?> type) {
        if (!Message.class.isAssignableFrom(type)) {
            throw new ConfigException(
                    TYPE, type.getName(), "name the message class that protoc generated from the contract");
        }
        try {
            return Topic.of((Class<M>) type);
        } catch (IllegalArgumentException | InvalidContractException e) {
            var refusal = new ConfigException(TYPE, type.getName(), e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }

    static Validation validation(Map<String, ?> properties) {
        var said = String.valueOf(DEFINITION.parse(properties).get(VALIDATE));
        return Validation.valueOf(said.toUpperCase(Locale.ROOT));
    }
}
