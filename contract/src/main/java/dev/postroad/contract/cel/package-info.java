/**
 * CEL's functions, as generated checks and those of dynamic messages call them: static methods, each with the overloads
 * that it carries out.
 *
 * <p>CEL's types are these of Java: {@code bool} is boolean, {@code int} and {@code uint} are long (the latter read as
 * unsigned), {@code double} is double, {@code string} is String, {@code bytes} is ByteString, {@code timestamp} and
 * {@code duration} are Protobuf's messages of these names, a list is a List and a map is a Map of boxed values of these
 * types, and a message is a Message.
 *
 * <p>Verdicts are those of cel-java as protovalidate sets it up. An operation without a result throws
 * {@link dev.postroad.contract.cel.EvaluationException}. Nothing is remembered between calls; any thread may call.
 */
@NullMarked
package dev.postroad.contract.cel;

import org.jspecify.annotations.NullMarked;
