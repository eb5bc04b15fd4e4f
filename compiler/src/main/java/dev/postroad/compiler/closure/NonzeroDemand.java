package dev.postroad.compiler.closure;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.postroad.contract.check.Violations;
import java.util.Set;

/** A demand on any value but the zero of its type. */
record NonzeroDemand(Demand demand) implements Demand {
    /** A double's negative zero is none of them. */
    private static final Set<Object> ZEROS = Set.of(false, 0L, 0.0, "", ByteString.EMPTY);

    @Override
    public boolean isMetBy(Object value) {
        return isZero(value) || demand.isMetBy(value);
    }

    @Override
    public void explain(Object value, Violations found) {
        if (!isZero(value)) {
            demand.explain(value, found);
        }
    }

    private static boolean isZero(Object value) {
        return value instanceof Message message ? message.getSerializedSize() == 0 : ZEROS.contains(value);
    }
}
