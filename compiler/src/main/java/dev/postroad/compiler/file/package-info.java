/**
 * Reads the text files of a repository within bounds.
 *
 * <p>A repository is written by many people, and checked before anybody has looked at it. So a link never leads a
 * reader out of the folder that it was given, a pipe or a device is not opened, a file has a greatest size, and text
 * that is not UTF-8 is told with its line. What is refused is a finding; nothing is thrown.
 *
 * <p>What the text means is not known here.
 */
@NullMarked
package dev.postroad.compiler.file;

import org.jspecify.annotations.NullMarked;
