package dev.postroad.contract.check;

import build.buf.protovalidate.Config;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.CompilationException;
import build.buf.protovalidate.exceptions.ExecutionException;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.Message;
import dev.postroad.contract.language.ContractOptions;
import dev.postroad.contract.language.ValidationRules;
import java.util.List;

/**
 * The constraints of one message type, evaluated by protovalidate's library.
 *
 * @param <M> the message type
 */
public final class ProtovalidateCheck<M extends Message> implements Check<M> {
    /** A class of what protovalidate depends on; generated messages need protovalidate's own classes only. */
    private static final String NEEDED = "dev.cel.runtime.CelRuntime";

    private final String type;
    private final Validator validator;

    /**
     * Compiles the constraints of a message type and of all that it holds.
     *
     * @throws IllegalArgumentException if a constraint does not compile
     * @throws IllegalStateException if protovalidate is on the class path without what it depends on
     */
    public ProtovalidateCheck(Descriptor type) {
        this.type = type.getFullName();
        requireLibrary();
        this.validator = Library.of(type);
        try {
            // The first message of a type has its constraints compiled; an empty one does.
            validator.validate(DynamicMessage.getDefaultInstance(type));
        } catch (CompilationException e) {
            throw new IllegalArgumentException(
                    "the constraints of %s do not compile: %s".formatted(this.type, e.getMessage()), e);
        } catch (ExecutionException ignored) {
            // A rule that an empty message cannot be asked for, such as one that divides by a field, has compiled.
        } catch (ValidationException e) {
            throw new IllegalArgumentException(
                    "the constraints of %s cannot be checked: %s".formatted(this.type, e.getMessage()), e);
        }
    }

    private void requireLibrary() {
        try {
            Class.forName(NEEDED, false, ProtovalidateCheck.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "%s has no compiled check, and protovalidate, which would check it, lacks %s; generate the check with Postroad's Maven plugin, or add build.buf:protovalidate to the dependencies"
                            .formatted(type, NEEDED),
                    e);
        }
    }

    @Override
    public List<Violation> violations(M message) {
        try {
            return validator.validate(message).getViolations().stream()
                    .map(violation -> violation.toProto())
                    .map(violation ->
                            new Violation(path(violation.getField()), violation.getRuleId(), violation.getMessage()))
                    .toList();
        } catch (ExecutionException e) {
            return List.of(Violation.evaluationError(e.getMessage()));
        } catch (ValidationException e) {
            throw new IllegalArgumentException(
                    "the constraints of %s cannot be checked: %s".formatted(type, e.getMessage()), e);
        }
    }

    private static String path(FieldPath path) {
        var text = new StringBuilder();
        for (var element : path.getElementsList()) {
            text.append(text.isEmpty() ? "" : ".")
                    .append(element.getFieldName())
                    .append(subscript(element));
        }
        return text.toString();
    }

    private static String subscript(FieldPathElement element) {
        return switch (element.getSubscriptCase()) {
            case INDEX -> "[" + element.getIndex() + "]";
            case BOOL_KEY -> "[" + element.getBoolKey() + "]";
            case INT_KEY -> "[" + element.getIntKey() + "]";
            case UINT_KEY -> "[" + unsigned(element) + "]";
            case STRING_KEY -> "[\"" + element.getStringKey() + "\"]";
            case SUBSCRIPT_NOT_SET -> "";
        };
    }

    /** The library tells a key of 32 bits from the highest bit on as if it were a negative one of 64. */
    private static String unsigned(FieldPathElement element) {
        var key = element.getUintKey();
        return switch (element.getKeyType()) {
            case TYPE_UINT32, TYPE_FIXED32 -> Integer.toUnsignedString((int) key);
            default -> Long.toUnsignedString(key);
        };
    }

    /** Apart from the check, so that the check loads where the library is missing. */
    private static final class Library {
        /**
         * Shared by all types without predefined rules: it keeps the rules that it has compiled, and setting up its CEL
         * environment takes a while.
         */
        static final Validator SHARED = validator(ContractOptions.registry());

        static Validator of(Descriptor type) {
            return ValidationRules.predefined(type.getFile()).isEmpty()
                    ? SHARED
                    : validator(ValidationRules.registry(type.getFile()));
        }

        private static Validator validator(ExtensionRegistry registry) {
            return ValidatorFactory.newBuilder()
                    .withConfig(
                            Config.newBuilder().setExtensionRegistry(registry).build())
                    .build();
        }
    }
}
