/**
 * The gate that a change of a bus repository passes: everything that is checked, and every rule there is.
 *
 * <p>This package puts the parts together and holds no rule of its own. All values are immutable and may be shared
 * between threads.
 */
@NullMarked
package dev.postroad.compiler.gate;

import org.jspecify.annotations.NullMarked;
