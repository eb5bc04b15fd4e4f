/**
 * Expressions of which rules are made: typed trees, read from CEL or built for a standard rule, that back ends turn
 * into Java source or into closures.
 *
 * <p>An {@link dev.postroad.compiler.expression.Expression} is what is left of a CEL expression when its types are
 * known: no overload is open, no macro is left, and a constant pattern is a table already. What cannot be said with
 * these nodes cannot be compiled, and is left to protovalidate. All values are immutable.
 */
@NullMarked
package dev.postroad.compiler.expression;

import org.jspecify.annotations.NullMarked;
