/**
 * protovalidate's standard rules as rules of a plan: one class for each family, and
 * {@link dev.postroad.compiler.standard.StandardRules} that knows which family a value's rules belong to.
 *
 * <p>Ids, sentences and order are those of protovalidate 1.3.0's default evaluators, which for scalars, enums, bytes,
 * lists and maps are written by hand there and differ in places from the CEL in {@code buf/validate/validate.proto}:
 * {@code string.pattern} must match the whole text, and lengths are compared as signed numbers.
 * {@link dev.postroad.compiler.standard.ListElements} are judged by that CEL. Values only; any thread may read rules.
 */
@NullMarked
package dev.postroad.compiler.standard;

import org.jspecify.annotations.NullMarked;
