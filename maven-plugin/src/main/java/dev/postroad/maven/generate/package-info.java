/**
 * The goal {@code postroad:generate}: the code of one service, from its bus repository, before a build compiles.
 *
 * <p>The goal finds the bus (a folder, or an artifact that holds one) and protoc (an artifact, fetched by Maven), and
 * leaves the rest to {@link dev.postroad.compiler.code.ServiceCode}. Maven calls a goal in one thread; several modules
 * of a build may generate at once.
 */
@NullMarked
package dev.postroad.maven.generate;

import org.jspecify.annotations.NullMarked;
