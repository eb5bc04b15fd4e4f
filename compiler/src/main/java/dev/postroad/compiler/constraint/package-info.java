/**
 * Whether protovalidate's rules in contracts make sense: they fit the type of their field, do not contradict each
 * other, and refuse something.
 *
 * <p>What a rule means follows protovalidate's own definitions in {@code buf/validate/validate.proto}. Whether a
 * message keeps its rules is no concern here.
 */
@NullMarked
package dev.postroad.compiler.constraint;

import org.jspecify.annotations.NullMarked;
