package dev.postroad.bench.validation;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.postroad.bench.sample.Shape;
import dev.postroad.compiler.closure.ClosureCheck;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import dev.postroad.contract.topic.Topic;
import java.util.List;

/** A way to validate a message, or something to compare it with. */
public enum Way {
    /** protovalidate's library on the generated class. */
    PROTOVALIDATE("protovalidate") {
        @Override
        Work work(Shape shape, List<? extends Message> messages) {
            return protovalidate(messages);
        }
    },
    /** The check of {@code contract} that runs protovalidate. */
    POSTROAD_OVER_PROTOVALIDATE("ProtovalidateCheck") {
        @Override
        Work work(Shape shape, List<? extends Message> messages) {
            return check(new ProtovalidateCheck<>(shape.descriptor()), messages);
        }
    },
    /** The check that the build generated beside the class. */
    GENERATED("generated") {
        @Override
        Work work(Shape shape, List<? extends Message> messages) {
            return check(unsafe(Topic.of(shape.type()).check()), messages);
        }
    },
    /** Closures over the descriptor, on the generated class. */
    CLOSURES("closures") {
        @Override
        Work work(Shape shape, List<? extends Message> messages) {
            return check(ClosureCheck.compile(shape.descriptor()), messages);
        }
    },
    /** The mark to measure others by; it gives the verdict only. */
    HAND_WRITTEN("hand-written") {
        @Override
        Work work(Shape shape, List<? extends Message> messages) {
            var isValid = shape.handWritten();
            return i -> isValid.test(messages.get(i)) ? 0 : 1;
        }
    },
    /** protovalidate's library on a message that has no class. */
    PROTOVALIDATE_DYNAMIC("protovalidate, dynamic message") {
        @Override
        Work work(Shape shape, List<? extends Message> messages) {
            return protovalidate(dynamic(shape, messages));
        }
    },
    /** Closures over the descriptor, on a message that has no class. */
    CLOSURES_DYNAMIC("closures, dynamic message") {
        @Override
        Work work(Shape shape, List<? extends Message> messages) {
            return check(ClosureCheck.compile(shape.descriptor()), dynamic(shape, messages));
        }
    };

    private final String title;

    Way(String title) {
        this.title = title;
    }

    /** What is measured: takes the index of a message, and gives the number of its violations, or 1 if it has some. */
    @FunctionalInterface
    interface Work {
        int run(int index);
    }

    /** What validates messages in this way. */
    abstract Work work(Shape shape, List<? extends Message> messages);

    /** The way that this one is compared with: protovalidate's on the same form of messages. */
    Way mark() {
        return this == PROTOVALIDATE_DYNAMIC || this == CLOSURES_DYNAMIC ? PROTOVALIDATE_DYNAMIC : PROTOVALIDATE;
    }

    @Override
    public String toString() {
        return title;
    }

    private static Work check(Check<Message> check, List<? extends Message> messages) {
        return i -> check.violations(messages.get(i)).size();
    }

    // A check is asked about messages of its shape only.
    @SuppressWarnings("unchecked")
    private static Check<Message> unsafe(Check<? extends Message> check) {
        return (Check<Message>) check;
    }

    private static Work protovalidate(List<? extends Message> messages) {
        var validator = ValidatorFactory.newBuilder().build();
        return i -> validate(validator, messages.get(i));
    }

    private static int validate(Validator validator, Message message) {
        try {
            return validator.validate(message).getViolations().size();
        } catch (ValidationException e) {
            throw new IllegalStateException("a rule of the benchmark's contract does not work", e);
        }
    }

    private static List<DynamicMessage> dynamic(Shape shape, List<? extends Message> messages) {
        return messages.stream().map(message -> parsed(shape, message)).toList();
    }

    private static DynamicMessage parsed(Shape shape, Message message) {
        try {
            return DynamicMessage.parseFrom(shape.descriptor(), message.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was serialised cannot be parsed", e);
        }
    }
}
