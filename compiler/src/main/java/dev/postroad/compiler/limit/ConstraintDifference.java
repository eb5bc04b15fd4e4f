package dev.postroad.compiler.limit;

/**
 * One constraint that has changed.
 *
 * @param direction how; never {@link Direction#EQUAL}
 * @param text what has changed, such as {@code lte: 9 is now lte: 5}
 */
public record ConstraintDifference(Direction direction, String text) {
    public ConstraintDifference {
        if (direction == Direction.EQUAL) {
            throw new IllegalArgumentException("equal constraints differ in nothing: " + text);
        }
    }
}
