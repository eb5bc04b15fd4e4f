package dev.postroad.compiler.evaluation;

/** An expression that can be evaluated. */
@FunctionalInterface
interface Evaluation {
    /**
     * Its value.
     *
     * @param self what the rule is about
     * @param locals the values of all other variables, each in its slot
     */
    Object value(Object self, Object[] locals);

    /** The value of one that is a bool. */
    default boolean holds(Object self, Object[] locals) {
        return (boolean) value(self, locals);
    }
}
