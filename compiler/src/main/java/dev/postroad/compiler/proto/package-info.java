/**
 * Compiles a folder of {@code .proto} files by running protoc.
 *
 * <p>protoc is the reference compiler: whatever it accepts is Protobuf, whatever it refuses is reported in its words
 * with file and line. It is run once for all files, without a shell, with a time limit. The files that contracts import
 * from elsewhere ({@code google/protobuf/*}, {@code buf/validate/validate.proto}, {@code postroad/contract.proto}) come
 * from the class path.
 */
@NullMarked
package dev.postroad.compiler.proto;

import org.jspecify.annotations.NullMarked;
