package dev.postroad.compiler.cel;

/**
 * Why an expression is not correct.
 *
 * @param line the line of the expression, from 1
 * @param column the column of the line, from 1
 * @param message what is wrong there
 */
public record CelIssue(int line, int column, String message) {
    @Override
    public String toString() {
        return "%d:%d: %s".formatted(line, column, message);
    }
}
