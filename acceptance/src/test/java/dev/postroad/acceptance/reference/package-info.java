/**
 * The pages of the reference that follow from the code: generated from declarations and compared with the committed
 * page, or held against what commands print.
 */
@NullMarked
package dev.postroad.acceptance.reference;

import org.jspecify.annotations.NullMarked;
