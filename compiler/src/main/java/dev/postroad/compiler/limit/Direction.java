package dev.postroad.compiler.limit;

/** How what a constraint accepts has changed. */
public enum Direction {
    /** The same is accepted. */
    EQUAL,
    /** Less is accepted. */
    TIGHTENED,
    /** More is accepted. */
    LOOSENED,
    /** Something is accepted that was not, and something is not that was. */
    REPLACED,
    /** Nobody can tell from the two texts. */
    UNDECIDABLE;

    /** The direction of two sets, by which of them holds the other. */
    static Direction of(boolean newHoldsOld, boolean oldHoldsNew) {
        if (newHoldsOld) {
            return oldHoldsNew ? EQUAL : LOOSENED;
        }
        return oldHoldsNew ? TIGHTENED : REPLACED;
    }
}
