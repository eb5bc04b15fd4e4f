package dev.postroad.contract.version;

import build.buf.validate.FieldRules;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import dev.postroad.contract.language.ContractOptions;
import dev.postroad.contract.language.ValidationRules;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The bytes that the contract version is computed from: a breadth-first walk over what is reachable from one message.
 *
 * <p>Each element opens with a tag and writes its parts with their lengths, so no two contracts share a form. Elements
 * are sorted by number or name, never by their place in the file. Messages of {@code google.protobuf} stand for
 * themselves: their shape is the standard's.
 */
final class CanonicalForm {
    /** Raised when the form itself changes, which changes every version. */
    private static final int EDITION = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Deque<GenericDescriptor> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    private CanonicalForm() {}

    static byte[] of(Descriptor message) {
        try {
            return new CanonicalForm().walk(message);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array refuses no write", e);
        }
    }

    private byte[] walk(Descriptor root) throws IOException {
        out.writeInt(EDITION);
        var topic = ContractOptions.topic(root);
        text(topic.map(option -> option.getName()).orElse(""));
        text(topic.map(option -> option.getKey()).orElse(""));
        reach(root);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (next instanceof Descriptor message) {
                message(message);
            } else {
                enumeration((EnumDescriptor) next);
            }
        }
        return bytes.toByteArray();
    }

    private void reach(GenericDescriptor type) {
        if (!isStandard(type) && seen.add(type.getFullName())) {
            open.add(type);
        }
    }

    private static boolean isStandard(GenericDescriptor type) {
        return type.getFile().getPackage().equals("google.protobuf");
    }

    private void message(Descriptor message) throws IOException {
        out.writeByte('M');
        text(message.getFullName());
        data(deterministic(ValidationRules.of(message)));
        var fields = message.getFields().stream()
                .sorted(Comparator.comparingInt(FieldDescriptor::getNumber))
                .toList();
        out.writeInt(fields.size());
        for (var field : fields) {
            field(field);
        }
        var oneofs = message.getRealOneofs().stream()
                .sorted(Comparator.comparing(OneofDescriptor::getName))
                .toList();
        out.writeInt(oneofs.size());
        for (var oneof : oneofs) {
            text(oneof.getName());
            data(deterministic(ValidationRules.of(oneof)));
        }
    }

    private void field(FieldDescriptor field) throws IOException {
        out.writeByte('F');
        out.writeInt(field.getNumber());
        text(field.getName());
        text(field.getJsonName());
        text(field.getType().name());
        out.writeByte(cardinality(field));
        var oneof = field.getRealContainingOneof();
        text(oneof == null ? "" : oneof.getName());
        text(field.hasDefaultValue() ? String.valueOf(field.getDefaultValue()) : "");
        out.writeBoolean(ContractOptions.isPersonalData(field));
        constraints(ValidationRules.of(field));
        if (field.getJavaType() == JavaType.MESSAGE) {
            text(field.getMessageType().getFullName());
            reach(field.getMessageType());
        } else if (field.getJavaType() == JavaType.ENUM) {
            text(field.getEnumType().getFullName());
            reach(field.getEnumType());
        }
    }

    private static char cardinality(FieldDescriptor field) {
        if (field.isMapField()) {
            return 'm';
        }
        if (field.isRepeated()) {
            return 'r';
        }
        if (field.isRequired()) {
            return 'q';
        }
        return field.hasPresence() ? 'o' : 'i';
    }

    private void enumeration(EnumDescriptor enumeration) throws IOException {
        out.writeByte('E');
        text(enumeration.getFullName());
        out.writeBoolean(enumeration.isClosed());
        var values = enumeration.getValues().stream()
                .sorted(Comparator.comparingInt(EnumValueDescriptor::getNumber)
                        .thenComparing(EnumValueDescriptor::getName))
                .toList();
        out.writeInt(values.size());
        for (var value : values) {
            out.writeInt(value.getNumber());
            text(value.getName());
        }
    }

    private void constraints(FieldRules rules) throws IOException {
        data(deterministic(rules));
        predefined(rules);
    }

    /** What predefined rules ask for is part of the contract, though it is written in another file. */
    private void predefined(Message rules) throws IOException {
        for (var rule : rules.getAllFields().entrySet()) {
            if (rule.getKey().isExtension()) {
                text(rule.getKey().getFullName());
                data(deterministic(ValidationRules.predefined(rule.getKey())));
            } else if (rule.getValue() instanceof Message part) {
                predefined(part);
            }
        }
    }

    private static byte[] deterministic(MessageLite message) throws IOException {
        var result = new byte[message.getSerializedSize()];
        var coded = CodedOutputStream.newInstance(result);
        coded.useDeterministicSerialization();
        message.writeTo(coded);
        coded.checkNoSpaceLeft();
        return result;
    }

    private void text(String text) throws IOException {
        data(text.getBytes(StandardCharsets.UTF_8));
    }

    private void data(byte[] data) throws IOException {
        out.writeInt(data.length);
        out.write(data);
    }
}
