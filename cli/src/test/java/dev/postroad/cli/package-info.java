/** What the tests of this module share: runs of the command line, and bus repositories written from one text. */
@NullMarked
package dev.postroad.cli;

import org.jspecify.annotations.NullMarked;
