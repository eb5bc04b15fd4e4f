/**
 * Which bus and which cluster a command is about: from its options, from where it is run, or from an {@code up} that is
 * running.
 */
@NullMarked
package dev.postroad.cli.bus;

import org.jspecify.annotations.NullMarked;
