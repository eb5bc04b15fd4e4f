/**
 * Messages as JSON, by Protobuf's own mapping, for people at a terminal or a page.
 *
 * <p>Personal data is replaced by {@value dev.postroad.compiler.json.MessageJson#MASK} wherever a message is printed.
 */
@NullMarked
package dev.postroad.compiler.json;

import org.jspecify.annotations.NullMarked;
