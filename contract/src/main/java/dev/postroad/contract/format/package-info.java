/**
 * Whether a text is an e-mail address, a host name, an IP address, a URI: one scanner for each format.
 *
 * <p>The formats are those that protovalidate's rules name, and the verdicts are protovalidate's, also where a
 * specification would allow more or less; each scanner says which specification it follows and where it departs from
 * it. Scanners read a text once, from left to right, and make no objects. They are static and remember nothing, so any
 * thread may call them. {@link dev.postroad.contract.check.Formats} is the face of this package.
 *
 * <p>A part of a text is given as {@code from} (inclusive) and {@code to} (exclusive), both within the text.
 */
@NullMarked
package dev.postroad.contract.format;

import org.jspecify.annotations.NullMarked;
