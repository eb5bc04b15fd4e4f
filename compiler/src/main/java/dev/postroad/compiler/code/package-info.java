/**
 * The Java code of one service: the messages of the topics that it declares, their checks, and its typed topics.
 *
 * <p>{@link dev.postroad.compiler.code.ServiceCode} writes all of it into a folder, for a build to compile. What is
 * generated follows from {@code services/<name>.yaml} alone: a service sees the topics that it declares, and no others.
 */
@NullMarked
package dev.postroad.compiler.code;

import org.jspecify.annotations.NullMarked;
