/** The commands that do one thing and end: apply, publish, tail. */
@NullMarked
package dev.postroad.cli.command;

import org.jspecify.annotations.NullMarked;
