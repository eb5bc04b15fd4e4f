package dev.postroad.compiler.evaluation;

/** An evaluation that ends with a bool, and does not box it. */
@FunctionalInterface
interface Condition extends Evaluation {
    @Override
    boolean holds(Object self, Object[] locals);

    @Override
    default Object value(Object self, Object[] locals) {
        return holds(self, locals);
    }
}
