/**
 * What a client tells the platform about itself: the generated classes of {@code postroad/report.proto}, and the
 * buckets of its histograms.
 */
@NullMarked
package dev.postroad.contract.report;

import org.jspecify.annotations.NullMarked;
