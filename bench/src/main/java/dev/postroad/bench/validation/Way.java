package dev.postroad.bench.validation;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.postroad.bench.orders.OrderPlaced;
import dev.postroad.contract.check.ProtovalidateCheck;
import java.util.List;

/** A way to validate a message, or something to compare it with. */
public enum Way {
    /** protovalidate's library on the generated class. */
    PROTOVALIDATE("protovalidate") {
        @Override
        Work work(List<OrderPlaced> orders) {
            var validator = ValidatorFactory.newBuilder().build();
            return i -> validate(validator, orders.get(i));
        }
    },
    /** protovalidate's library on a message that has no class. */
    PROTOVALIDATE_DYNAMIC("protovalidate, dynamic message") {
        @Override
        Work work(List<OrderPlaced> orders) {
            var validator = ValidatorFactory.newBuilder().build();
            var dynamic = orders.stream().map(Way::dynamic).toList();
            return i -> validate(validator, dynamic.get(i));
        }
    },
    /** The check of {@code contract} that runs protovalidate. */
    POSTROAD_OVER_PROTOVALIDATE("ProtovalidateCheck") {
        @Override
        Work work(List<OrderPlaced> orders) {
            var check = new ProtovalidateCheck<OrderPlaced>(OrderPlaced.getDescriptor());
            return i -> check.violations(orders.get(i)).size();
        }
    },
    /** The mark to measure others by. */
    HAND_WRITTEN("hand-written") {
        @Override
        Work work(List<OrderPlaced> orders) {
            return i -> HandWrittenCheck.isValid(orders.get(i)) ? 0 : 1;
        }
    },
    /** No validation: what sending a message costs anyway. */
    SERIALIZE("toByteArray, size memoised") {
        @Override
        Work work(List<OrderPlaced> orders) {
            return i -> orders.get(i).toByteArray().length;
        }
    };

    private final String title;

    Way(String title) {
        this.title = title;
    }

    /**
     * What is measured: takes the index of a message, and gives its violations or what else keeps it from being left
     * out.
     */
    @FunctionalInterface
    interface Work {
        int run(int index);
    }

    abstract Work work(List<OrderPlaced> orders);

    @Override
    public String toString() {
        return title;
    }

    private static int validate(Validator validator, Message message) {
        try {
            return validator.validate(message).getViolations().size();
        } catch (ValidationException e) {
            throw new IllegalStateException("a rule of the benchmark's contract does not work", e);
        }
    }

    private static DynamicMessage dynamic(OrderPlaced order) {
        try {
            return DynamicMessage.parseFrom(OrderPlaced.getDescriptor(), order.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was serialised cannot be parsed", e);
        }
    }
}
