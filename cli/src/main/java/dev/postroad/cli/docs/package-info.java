/** {@code postroad docs}: the pages of contracts as files of a folder, of which it touches none but its own. */
@NullMarked
package dev.postroad.cli.docs;

import org.jspecify.annotations.NullMarked;
