/** Patterns that the documentation shows. */
@NullMarked
package dev.postroad.testkit.patterns;

import org.jspecify.annotations.NullMarked;
