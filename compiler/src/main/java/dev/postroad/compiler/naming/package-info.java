/**
 * How contracts are named: topic, message, package and file agree, and each name has the form that Protobuf's style
 * guide gives it.
 */
@NullMarked
package dev.postroad.compiler.naming;

import org.jspecify.annotations.NullMarked;
