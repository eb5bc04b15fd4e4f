/**
 * What makes a contract good to read and to change: comments, presence, numbers that are never used twice, one topic in
 * a file, and none of the constructs that can never be taken back.
 */
@NullMarked
package dev.postroad.compiler.style;

import org.jspecify.annotations.NullMarked;
