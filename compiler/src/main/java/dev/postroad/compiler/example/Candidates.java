package dev.postroad.compiler.example;

import build.buf.validate.FieldRules;
import build.buf.validate.Rule;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that a field may take, the most fitting first. They are proposals: rules steer them, the check judges them.
 *
 * @param field the field, a map's key or a map's value
 * @param rules of one value
 * @param choice what chance says
 * @param now the time near which times lie
 * @param wanted how many different values are needed
 */
record Candidates(FieldDescriptor field, FieldRules rules, Choice choice, Instant now, int wanted) {
    List<Object> values() {
        return Stream.concat(special().stream(), usual().stream()).distinct().toList();
    }

    /** Values that the rules themselves name. */
    private List<Object> special() {
        var typed = typed();
        if (typed == null || field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return List.of();
        }
        var values = new ArrayList<Object>();
        for (var name : List.of("example", "const", "in")) {
            var rule = typed.getDescriptorForType().findFieldByName(name);
            if (rule != null && rule.isRepeated()) {
                values.addAll(choice.order((List<?>) typed.getField(rule)));
            } else if (rule != null && typed.hasField(rule)) {
                values.add(typed.getField(rule));
            }
        }
        return field.getType() == FieldDescriptor.Type.ENUM ? enumValues(values) : fitting(values);
    }

    private List<Object> fitting(List<Object> values) {
        return values.stream()
                .filter(value -> switch (field.getJavaType()) {
                    case INT -> value instanceof Integer;
                    case LONG -> value instanceof Long;
                    case FLOAT -> value instanceof Float;
                    case DOUBLE -> value instanceof Double;
                    case BOOLEAN -> value instanceof Boolean;
                    case STRING -> value instanceof String;
                    case BYTE_STRING -> value instanceof ByteString;
                    case ENUM, MESSAGE -> false;
                })
                .toList();
    }

    private List<Object> enumValues(List<Object> numbers) {
        EnumDescriptor type = field.getEnumType();
        return numbers.stream()
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .filter(number -> !type.isClosed() || type.findValueByNumber(number) != null)
                .<Object>map(type::findValueByNumberCreatingIfUnknown)
                .toList();
    }

    private @Nullable Message typed() {
        return rules.getAllFields().entrySet().stream()
                .filter(entry -> entry.getKey().getContainingOneof() != null)
                .map(entry -> (Message) entry.getValue())
                .findFirst()
                .orElse(null);
    }

    private List<?> usual() {
        return switch (field.getJavaType()) {
            case BOOLEAN -> choice.order(List.of(true, false));
            case STRING -> new TextCandidates(field, rules.getString(), choice, wanted, literals()).values();
            case BYTE_STRING -> new BytesCandidates(rules.getBytes(), choice, wanted).values();
            case ENUM ->
                choice.order(field.getEnumType().getValues().stream()
                        .sorted(Comparator.comparing(value ->
                                value.getNumber() == 0 || value.getOptions().getDeprecated()))
                        .toList());
            case MESSAGE -> known(field.getMessageType());
            case INT, LONG, FLOAT, DOUBLE -> new NumberCandidates(field, typed(), choice, wanted, literals()).values();
        };
    }

    private Literals literals() {
        return Literals.of(Stream.concat(
                        rules.getCelList().stream().map(Rule::getExpression), rules.getCelExpressionList().stream())
                .toList());
    }

    private List<Object> known(Descriptor type) {
        if (KnownTypes.isWrapper(type)) {
            var inner = type.findFieldByName("value");
            return new Candidates(inner, rules, choice, now, wanted)
                    .values().stream()
                            .<Object>map(value -> DynamicMessage.newBuilder(type)
                                    .setField(inner, value)
                                    .build())
                            .toList();
        }
        var values = switch (type.getName()) {
            case "Timestamp" -> new TimeCandidates(field.getName(), rules.getTimestamp(), now).values();
            case "Duration" -> new DurationCandidates(rules.getDuration(), literals()).values();
            case "FieldMask" -> masks();
            case "Any" -> anys();
            case "Struct" ->
                List.of(Struct.newBuilder().putFields("note", text("example")).build());
            case "Value" -> List.of(text("example"));
            default -> List.<Message>of();
        };
        var all = values.isEmpty() ? List.of(DynamicMessage.getDefaultInstance(type)) : values;
        return all.stream().<Object>map(value -> as(type, value)).toList();
    }

    /** Of the class of a descriptor that comes from elsewhere than the generated classes. */
    private static DynamicMessage as(Descriptor type, Message value) {
        try {
            return DynamicMessage.parseFrom(type, value.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was just written can be read", e);
        }
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private List<Message> masks() {
        var limits = rules.getFieldMask();
        var masks = new ArrayList<Message>(limits.getExampleList());
        if (limits.hasConst()) {
            masks.add(limits.getConst());
        }
        limits.getInList()
                .forEach(path -> masks.add(FieldMask.newBuilder().addPaths(path).build()));
        masks.add(FieldMask.newBuilder()
                .addPaths(field.getContainingType().getFields().get(0).getName())
                .build());
        masks.add(FieldMask.getDefaultInstance());
        return masks;
    }

    private List<Message> anys() {
        var own = "type.googleapis.com/" + field.getContainingType().getFullName();
        return Stream.concat(
                        rules.getAny().getInList().stream(),
                        Stream.of(own, "type.googleapis.com/google.protobuf.Empty"))
                .<Message>map(url -> Any.newBuilder().setTypeUrl(url).build())
                .toList();
    }
}
