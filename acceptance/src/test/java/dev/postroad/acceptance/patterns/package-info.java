/** Patterns as a user writes them, each on a real broker; the pages in docs/how-to quote them. */
@NullMarked
package dev.postroad.acceptance.patterns;

import org.jspecify.annotations.NullMarked;
