package dev.postroad.compiler.evaluation;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;

/** A list of which each element is made the value that expressions know when it is asked for. */
final class NormalList extends AbstractList<Object> implements RandomAccess {
    private final List<?> values;
    private final UnaryOperator<Object> normal;

    NormalList(List<?> values, UnaryOperator<Object> normal) {
        this.values = values;
        this.normal = normal;
    }

    @Override
    public Object get(int index) {
        return normal.apply(values.get(index));
    }

    @Override
    public int size() {
        return values.size();
    }
}
