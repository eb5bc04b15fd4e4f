/** Contracts that others have published, as the gate sees them. */
@NullMarked
package dev.postroad.compiler.foreign;

import org.jspecify.annotations.NullMarked;
