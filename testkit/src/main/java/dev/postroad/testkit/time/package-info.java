/** Time that a test lets pass. */
@NullMarked
package dev.postroad.testkit.time;

import org.jspecify.annotations.NullMarked;
