package dev.postroad.contract.cel;

/**
 * How cel-java 0.14.0 and protovalidate 1.3.0 read the upper half of unsigned numbers of 32 bits, which they take for
 * negative. These functions have no name in CEL.
 */
public final class Uint32 {
    private static final long SIGNED = 1L << Integer.SIZE - 1;

    private Uint32() {}

    /** The number in a field that an expression selects. */
    @Overload("postroad_selected_uint32")
    public static long selected(long number) throws EvaluationException {
        if (number >= SIGNED) {
            throw new EvaluationException("a number of type uint32 above 2147483647 cannot be selected");
        }
        return number;
    }

    /** Whether the number can be selected, which it can if this does not fail. */
    @Overload("postroad_selectable_uint32")
    public static boolean isSelectable(long number) throws EvaluationException {
        return selected(number) == number;
    }

    /** The number that a rule of a field is about. */
    @Overload("postroad_widened_uint32")
    public static long widened(long number) {
        return (int) number;
    }
}
