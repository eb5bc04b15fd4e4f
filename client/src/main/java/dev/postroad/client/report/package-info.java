/**
 * What a client counts about itself, and the report that it sends to the platform.
 *
 * <p>Figures are counted since the process started, by any thread, without locks. A report is a record on
 * {@code __postroad.reports}; where that topic does not exist, none is sent. A report that fails is dropped: the next
 * one holds all that it held.
 */
@NullMarked
package dev.postroad.client.report;

import org.jspecify.annotations.NullMarked;
