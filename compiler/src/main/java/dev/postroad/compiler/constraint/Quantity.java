package dev.postroad.compiler.constraint;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.math.BigDecimal;
import java.util.Optional;

/** What can be compared: a number as it is, a duration or time in nanoseconds. */
final class Quantity {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private Quantity() {}

    /** A value of a rule; empty for texts, NaN and the infinities. */
    static Optional<BigDecimal> of(FieldDescriptor rule, Object value) {
        if (value instanceof Duration duration) {
            return Optional.of(nanos(duration.getSeconds(), duration.getNanos()));
        }
        if (value instanceof Timestamp time) {
            return Optional.of(nanos(time.getSeconds(), time.getNanos()));
        }
        if (value instanceof Float || value instanceof Double) {
            var number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? Optional.of(new BigDecimal(value.toString())) : Optional.empty();
        }
        return switch (rule.getType()) {
            case UINT32, FIXED32 -> Optional.of(new BigDecimal(Integer.toUnsignedString((Integer) value)));
            case UINT64, FIXED64 -> Optional.of(new BigDecimal(Long.toUnsignedString((Long) value)));
            case INT32, INT64, SINT32, SINT64, SFIXED32, SFIXED64 -> Optional.of(new BigDecimal(value.toString()));
            default -> Optional.empty();
        };
    }

    /** Whether between a value and the next there is nothing. */
    static boolean isDiscrete(FieldDescriptor rule) {
        return switch (rule.getJavaType()) {
            case FLOAT, DOUBLE -> false;
            default -> true;
        };
    }

    private static BigDecimal nanos(long seconds, int nanos) {
        return BigDecimal.valueOf(seconds).multiply(NANOS).add(BigDecimal.valueOf(nanos));
    }
}
