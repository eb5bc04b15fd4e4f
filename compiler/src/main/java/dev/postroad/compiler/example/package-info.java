/**
 * Messages made up from a contract: realistic by their fields' names, and valid by their own check.
 *
 * <p>{@link dev.postroad.compiler.example.ExampleMessages} proposes values for each field, keeps the first that the
 * check accepts, and mends the message by a bounded search where rules bind several fields together. The check has the
 * last word: what it does not accept is never returned. The same type and seed give the same message. Personal data is
 * invented: addresses of example.org, numbers and networks that are reserved for documentation.
 *
 * <p>The public type is immutable and may be shared between threads; all else is used by one thread and forgotten.
 */
@NullMarked
package dev.postroad.compiler.example;

import org.jspecify.annotations.NullMarked;
